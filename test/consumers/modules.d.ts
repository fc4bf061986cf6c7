/** What the tiny projects import is installed where they are built, in a folder of their own. */
declare module 'phone-sign-in/define';
