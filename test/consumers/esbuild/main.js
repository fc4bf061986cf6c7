import 'phone-sign-in/define';
