package dev.footnote.english;

import java.util.Set;

/** Words that are written with a hyphen. */
public final class CompoundWords {

    /** First parts whose hyphen is the author's nearly always, wherever a line ends; in lower case. */
    public static final Set<String> FIRST_PARTS = Set.of(
            "self", "well", "non", "ex", "anti", "half", "long", "short", "high", "low", "state", "so", "first",
            "second", "third", "full", "part", "two", "three", "four", "five", "six", "ten", "year", "cross", "back");

    private CompoundWords() {}
}
