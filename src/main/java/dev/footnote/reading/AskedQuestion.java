package dev.footnote.reading;

/**
 * A question as the policy sees it.
 *
 * @param text what was asked, by itself
 * @param context what it is read after, "previous question? previous answer. "; empty where it stands alone
 * @param vector the encoder's vector of the text, encoded as a text and not as a question
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AskedQuestion(String text, String context, float[] vector) {

    /** What the reader is given: the context, if there is one, and the question. */
    public String inFull() {
        return context + text;
    }

    /** The same with its names written as a passage of an article writes them. */
    String inFull(ArticleWords article, String passage) {
        return context + article.inWordsOf(passage, text);
    }
}
