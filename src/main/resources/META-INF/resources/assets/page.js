// Starts the parts of the page. The order matters in one place: the chat registers its citations before the article is taken up.

import * as article from './article.js';
import * as chat from './chat.js';
import * as chats from './chats.js';
import * as check from './check.js';
import * as cite from './cite.js';
import * as feedback from './feedback.js';
import * as floats from './float.js';
import * as history from './history.js';
import * as keys from './keys.js';
import * as lens from './lens.js';
import * as library from './library.js';
import * as shareDialog from './share-dialog.js';
import * as signIn from './sign-in.js';
import * as summary from './summary.js';

floats.start();
keys.start({ first: [lens.close], last: [check.close, chat.stop], keys: { s: lens.step, S: lens.step } });
cite.start();
library.start();
signIn.start();
feedback.start();
chats.start();
shareDialog.start();
check.start();
summary.start();
lens.start();
chat.start();
article.start(history.citationOf);
