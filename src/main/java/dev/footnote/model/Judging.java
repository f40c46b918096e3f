package dev.footnote.model;

/** Judges claims and yes/no questions by texts, as {@link ClaimJudge} does. */
@FunctionalInterface
public interface Judging {

    /**
     * What a text says to a claim or to a yes/no question.
     *
     * @param claim one sentence
     * @param text one sentence or more
     */
    Stance judge(String claim, String text);
}
