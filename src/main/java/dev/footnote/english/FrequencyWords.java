package dev.footnote.english;

import java.util.Set;

/**
 * Words for how often something is there or happens: the nouns and adverbs of frequency that a question for a number
 * has, and the verbs of being found or coming about. They are said of events as well as of words, "How often does the ferry
 * appear?", and so do not tell that words of a text are to be counted.
 */
public final class FrequencyWords {

    /** In lower case. */
    public static final Set<String> ALL =
            WordClass.union("times frequently frequency number appear appears occur occurs come comes up used");

    private FrequencyWords() {}
}
