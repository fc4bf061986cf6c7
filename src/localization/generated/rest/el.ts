
    // Do not modify this file by hand!
    // Re-generate this file by running lit-localize

    import {html} from 'lit';
    import {str} from '@lit/localize';

    /* eslint-disable no-irregular-whitespace */
    /* eslint-disable @typescript-eslint/no-explicit-any */

    export const templates = {
      'ask-sms': `Αποστολή με SMS`,
'ask-voice': `Λήψη κωδικού με κλήση`,
'ask-whatsapp': `Αποστολή μέσω WhatsApp`,
'called': html`Καλέσαμε το <span class="number">${0}</span>`,
'calling': html`Καλούμε το <span class="number">${0}</span>`,
'country-aliases': `US: Αμερική, ΗΠΑ; GB: Αγγλία, Βρετανία, Μεγάλη Βρετανία; NL: Κάτω Χώρες; KR: Κορέα; AE: Εμιράτα; CZ: Τσεχική Δημοκρατία; MM: Βιρμανία; BY: Λευκορωσία; CD: ΛΔ Κονγκό, Ζαΐρ; MK: Σκόπια, Μακεδονία; IR: Περσία; CI: Ακτή Ελεφαντόδοντος`,
'create-account': `Δημιουργία λογαριασμού`,
'error-account-blocked': `Αυτός ο λογαριασμός έχει αποκλειστεί.`,
'error-account-exists': `Υπάρχει ήδη λογαριασμός με αυτόν τον αριθμό.`,
'error-account-not-found': `Δεν υπάρχει λογαριασμός με αυτόν τον αριθμό.`,
'error-captcha': `Επιβεβαιώστε ότι δεν είστε ρομπότ και δοκιμάστε ξανά.`,
'error-challenge-gone': `Ο κωδικός δεν ισχύει πια.`,
'error-credentials-invalid': `Ο αριθμός ή ο κωδικός πρόσβασης είναι λάθος.`,
'error-delivery-failed': `Το SMS δεν στάλθηκε. Ελέγξτε τον αριθμό ή δοκιμάστε ξανά.`,
'error-invalid-phone': `Αυτός ο αριθμός δεν δέχεται SMS. Ελέγξτε τον.`,
'error-just-sent': str`Στείλαμε ήδη κωδικό σε αυτόν τον αριθμό. Γράψτε τον εκεί όπου τον ζητήσατε ή δοκιμάστε ξανά ${0}.`,
'error-misconfigured': `Λάθος ρύθμιση σύνδεσης. Ενημερώστε τον διαχειριστή.`,
'error-password-rejected': `Ο κωδικός πρόσβασης μαντεύεται εύκολα. Επιλέξτε άλλον.`,
'error-password-reused': `Αυτός είναι ο παλιός κωδικός πρόσβασης. Επιλέξτε νέο.`,
'error-password-short': str`Τουλάχιστον ${0} χαρακτήρες.`,
'error-phone-blocked': `Δεν στέλνουμε SMS σε αυτόν τον αριθμό. Δώστε άλλον.`,
'error-phone-mismatch': `Αυτός δεν είναι ο αριθμός του λογαριασμού σας.`,
'error-session-gone': `Η συνεδρία σας έληξε. Ξεκινήστε ξανά.`,
'error-signup-disabled': `Δεν δημιουργούνται νέοι λογαριασμοί εδώ.`,
'error-unauthenticated': `Συνδεθείτε πρώτα και δοκιμάστε ξανά.`,
'forgot-password': `Ξεχάσατε τον κωδικό πρόσβασης;`,
'heading-new-password': `Επιλέξτε νέο κωδικό πρόσβασης`,
'heading-password': `Εισαγάγετε τον κωδικό πρόσβασης`,
'heading-register-instead': `Θέλετε να δημιουργήσετε λογαριασμό;`,
'heading-sign-in-instead': `Θέλετε να συνδεθείτε;`,
'help-resent': `Ακόμα τίποτα; Ελέγξτε τον αριθμό και το σήμα σας. Το τηλέφωνό σας ίσως αποκλείει άγνωστους αποστολείς. Η αναμονή μεγαλώνει κάθε φορά.`,
'listen': `Σας καλούμε. Απαντήστε και εισαγάγετε τον κωδικό που θα ακούσετε.`,
'mfa-elsewhere': `Χρειάζεται άλλη εφαρμογή ή συσκευή και δεν ρυθμίζεται εδώ.`,
'new-password': `Νέος κωδικός πρόσβασης`,
'number-landline': `Μπορεί να είναι σταθερό τηλέφωνο. Μπορούμε να το καλέσουμε.`,
'password': `Κωδικός πρόσβασης`,
'register-instead': html`Δεν υπάρχει ακόμη λογαριασμός με τον αριθμό <span class="number">${0}</span>.`,
'save-password': `Αποθήκευση κωδικού πρόσβασης`,
'sent-to-whatsapp': html`Στάλθηκε μέσω WhatsApp στο <span class="number">${0}</span>`,
'sent-whatsapp': `Σας στείλαμε έναν κωδικό μέσω WhatsApp.`,
'show-password': `Εμφάνιση κωδικού πρόσβασης`,
'sign-in': `Σύνδεση`,
'sign-in-instead': html`Υπάρχει ήδη λογαριασμός με τον αριθμό <span class="number">${0}</span>.`,
'suggest-mfa': `Ένα δεύτερο βήμα στη σύνδεση προστατεύει τον λογαριασμό σας.`,
'turn-on': `Ενεργοποίηση`,
'use-code': `Λήψη κωδικού με SMS`,
'use-password': `Χρήση κωδικού πρόσβασης`,
'will-call': html`Θα καλέσουμε το <span class="number">${0}</span>`,
'will-whatsapp': html`Θα στείλουμε μήνυμα WhatsApp στο <span class="number">${0}</span>`,
    };
  