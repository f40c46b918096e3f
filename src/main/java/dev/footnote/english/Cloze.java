package dev.footnote.english;

import java.util.List;
import java.util.Set;

/**
 * Makes a question of a claim by asking for one of its terms: "Ann Lee spoke to the BBC in Oslo on Tuesday." becomes
 * "Ann Lee spoke to the BBC in Oslo when?" The reader's answer should be that term. The idea is that of Wang, Cho and
 * Lewis, "Asking and Answering Questions to Evaluate the Factual Consistency of Summaries", ACL 2020.
 */
public final class Cloze {

    private static final Set<String> PLACES = Set.of("in", "at", "near", "from", "to");
    private static final Set<String> TIMES = Set.of("in", "on", "since", "by", "during", "of");

    private Cloze() {}

    /** The question whose answer is the term, if the claim is right. */
    public static String asking(Term term, String claim, List<Word> words) {
        int first = words.indexOf(term.words().get(0));
        int last = words.indexOf(term.head());
        Word before = first > 0 ? words.get(first - 1) : null;
        Word after = last + 1 < words.size() ? words.get(last + 1) : null;
        int start = term.span().start();
        int end = term.span().end();
        String asked;
        boolean leadsNoun = after != null
                && after.clause() == term.head().clause()
                && !after.isLight()
                && !after.isCapital()
                && after.span().start() - end <= 1;
        if (term.head().isPossessive(claim)) {
            asked = "whose";
            end += 2;
        } else if (term.kind() == Term.TermKind.NUMBER) {
            asked = leadsNoun ? "how many" : "how much";
        } else if (term.kind() == Term.TermKind.DATE) {
            asked = "when";
            if (before != null && TIMES.contains(before.key())) {
                start = before.span().start();
            }
        } else if (before != null && PLACES.contains(before.key()) && !leadsNoun) {
            asked = before.key().equals("in") || before.key().equals("at") ? "where" : before.text() + " whom";
            start = before.span().start();
        } else if (before != null && WordClass.ARTICLE.contains(before.key())) {
            asked = leadsNoun ? "which" : "who";
            start = before.span().start();
        } else {
            asked = first == 0 || !leadsNoun ? "who" : "which";
        }
        String head = claim.substring(0, start);
        String tail = claim.substring(end).replaceFirst("(?<![.!?…])[.!?…]+[\"”’')\\s]*$", "");
        String question = head + asked + tail + "?";
        return Character.toUpperCase(question.charAt(0)) + question.substring(1);
    }
}
