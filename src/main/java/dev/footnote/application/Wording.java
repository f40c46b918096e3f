package dev.footnote.application;

import dev.footnote.english.LanguageDetector;
import dev.footnote.retrieval.Spelling;
import dev.footnote.text.FoldedText;

/**
 * The words of a question as they are read.
 *
 * @param respelt in plain letters, with misspelt words as they were probably meant; of another language as they came
 * @param isEnglish whether they are English, which alone is read
 */
record Wording(Spelling.Respelt respelt, boolean isEnglish) {

    /** The wording of a text. One that is of marks alone has no plain letters and is read as it came. */
    static Wording of(String text, Spelling spelling) {
        String plain = FoldedText.withPlainLetters(text);
        String read = plain.isBlank() ? text : plain;
        boolean isEnglish = LanguageDetector.isEnglish(read);
        return new Wording(isEnglish ? spelling.respell(read) : Spelling.Respelt.asIs(read), isEnglish);
    }
}
