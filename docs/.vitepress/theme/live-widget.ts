/** The widget itself, with its server in the page, and what its phone has received. */
import { defineComponent, h, onMounted, shallowRef } from 'vue';
import type { InboxMessage } from '../../../demo/inbox.js';
import type { PhoneSignIn } from '../../../src/index.js';

export const LiveWidget = defineComponent({
  name: 'LiveWidget',
  setup() {
    const signIn = shallowRef<PhoneSignIn>();
    const message = shallowRef<InboxMessage>();
    let fillCode: (signIn: PhoneSignIn, code: string) => Promise<void>;

    // Only in a browser: what draws these pages has no elements.
    onMounted(async () => {
      const [person, { createInbox }, { createInPageBackend }] = await Promise.all([
        import('../../../demo/person.js'),
        import('../../../demo/inbox.js'),
        import('../../../demo/in-page-backend.js'),
      ]);
      ({ fillCode } = person);
      const inbox = createInbox();
      inbox.subscribe(([newest]) => (message.value = newest));
      if (signIn.value) signIn.value.backend = createInPageBackend(inbox);
      await import('../../../src/define.js');
    });

    const startAgain = () => {
      message.value = undefined;
      signIn.value?.reset();
    };
    const useCode = () => {
      if (signIn.value && message.value) void fillCode(signIn.value, message.value.code);
    };

    return () =>
      h('div', { class: 'live' }, [
        h(
          'phone-sign-in',
          { ref: signIn, 'no-persist': '', onPhoneVerified: () => (message.value = undefined) },
          [
            h(
              'button',
              { slot: 'success', type: 'button', class: 'live-button', onClick: startAgain },
              'Start again',
            ),
          ],
        ),
        h('output', { class: 'live-message' }, [
          message.value
            ? [
                h('span', [h('b', `To ${message.value.to}: `), message.value.text]),
                h('button', { type: 'button', class: 'live-button', onClick: useCode }, 'Fill in'),
              ]
            : h('span', 'Try any number: the message arrives here, and nothing is really sent.'),
        ]),
      ]);
  },
});
