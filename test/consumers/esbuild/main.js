import 'phone-sign-in/before.css';
import 'phone-sign-in/define';
