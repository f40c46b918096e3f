package dev.footnote.answer;

import java.util.List;

/**
 * A text to be checked against articles.
 *
 * @param text as it was sent; not blank, at most {@value #LONGEST} UTF-16 code units
 * @param articleIds the articles to check against; empty means all
 */
public record UnverifiedText(String text, List<String> articleIds) {

    /** The longest text, in UTF-16 code units. */
    public static final int LONGEST = 20_000;

    /** The most sentences of a text. */
    public static final int MOST_SENTENCES = 100;

    /**
     * @throws InvalidQuestionException if the text is outside its limits; the message names the limit
     */
    public UnverifiedText {
        if (text.isBlank()) {
            throw new InvalidQuestionException("The text is empty. Send some sentences in \"text\".");
        }
        if (text.length() > LONGEST) {
            throw new InvalidQuestionException("The text has " + text.length()
                    + " characters; the limit is 20,000 UTF-16 units. Check it in parts.");
        }
        articleIds = List.copyOf(articleIds);
    }
}
