package dev.footnote.reading;

import dev.footnote.answer.Citation;
import dev.footnote.answer.Turn;
import dev.footnote.english.BareVerbs;
import dev.footnote.english.CountryNames;
import dev.footnote.english.QuestionGrammar;
import dev.footnote.english.StandaloneWords;
import dev.footnote.english.Term;
import dev.footnote.english.Terms;
import dev.footnote.english.WordClass;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Completes a question from the turns before it, so that it can be read by itself: "And Bergen?" after "What is the
 * population of Oslo?" is "What is the population of Bergen?", and "How old is he?" after an answer that names Bo Ek is
 * "How old is Bo Ek?". Where it can't be done well, nothing is returned.
 */
public final class FollowUpRewriter {

    private static final int MOST_WORDS_OF_A_CHANGE = 5;
    private static final int MOST_WORDS_OF_A_NAME = 5;
    private static final int MOST_TURNS = 4;

    private FollowUpRewriter() {}

    /**
     * The question as one could have typed it without the turns before.
     *
     * @param turns the turns before, the oldest first
     * @return empty where the question stands alone, or where what it means is not clear enough
     */
    public static Optional<String> rewrite(String question, List<Turn> turns) {
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        Turn last = turns.get(turns.size() - 1);
        String previous = turns.size() > MOST_TURNS
                ? last.question()
                : rewrite(last.question(), turns.subList(0, turns.size() - 1)).orElse(last.question());
        List<String> words = words(question);
        int from = behindLead(words);
        List<String> rest = words.subList(from, words.size());
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        if (rest.size() == 1 && QuestionGrammar.CIRCUMSTANCES.contains(lower(rest.get(0)))) {
            return asked(lower(rest.get(0)), previous);
        }
        boolean mayChange = rest.size() <= MOST_WORDS_OF_A_CHANGE
                && rest.stream()
                        .map(FollowUpRewriter::lower)
                        .noneMatch(word -> WordClass.QUESTION_WORD.contains(word)
                                || QuestionGrammar.AUXILIARIES.contains(word)
                                || WordClass.THIRD_PERSON.contains(word)
                                || WordClass.DEMONSTRATIVE.contains(word)
                                || WordClass.FIRST_OR_SECOND_PERSON.contains(word));
        boolean isChange = from > 0 || QuestionGrammar.PREPOSITIONS.contains(lower(rest.get(0)));
        if (isChange && mayChange) {
            return changed(rest, previous);
        }
        return FollowUp.of(question) == FollowUp.STANDS_ALONE ? Optional.empty() : resolved(rest, previous, last);
    }

    /** Behind "and", "but", "what about", "how about". */
    private static int behindLead(List<String> words) {
        int at = 0;
        while (at < words.size() && QuestionGrammar.SPOKEN_LEADS.contains(lower(words.get(at)))) {
            at++;
        }
        boolean about = at + 1 < words.size()
                && (lower(words.get(at)).equals("what") || lower(words.get(at)).equals("how"))
                && lower(words.get(at + 1)).equals("about");
        return about ? at + 2 : at;
    }

    /** "Why?" after "Did the mayor resign?": "Why did the mayor resign?" */
    private static Optional<String> asked(String word, String previous) {
        List<String> words = words(previous);
        int at = behindLead(words);
        if (at >= words.size()) {
            return Optional.empty();
        }
        String first = lower(words.get(at));
        if (QuestionGrammar.AUXILIARIES.contains(first)) {
            return Optional.of(question(word, words.subList(at, words.size())));
        }
        boolean hasAuxiliary = at + 2 < words.size() && QuestionGrammar.AUXILIARIES.contains(lower(words.get(at + 1)));
        if (hasAuxiliary && QuestionGrammar.CIRCUMSTANCES.contains(first) && !first.equals(word)) {
            return Optional.of(question(word, words.subList(at + 1, words.size())));
        }
        boolean wasObject = hasAuxiliary
                && (first.equals("what") || first.equals("whom") || first.equals("who"))
                && WordClass.DO.contains(lower(words.get(at + 1)));
        if (wasObject) {
            List<String> rest = new ArrayList<>(words.subList(at + 1, words.size()));
            // "What did Ann say about it?": what was said is "that".
            if (QuestionGrammar.PREPOSITIONS.contains(lower(rest.get(rest.size() - 1)))
                    || lower(rest.get(rest.size() - 1)).equals("do")) {
                return Optional.empty();
            }
            boolean isShort = rest.stream().noneMatch(each -> QuestionGrammar.PREPOSITIONS.contains(lower(each)));
            if (isShort) {
                rest.add(first.equals("what") ? "that" : "them");
            }
            return Optional.of(question(word, rest));
        }
        return Optional.empty();
    }

    private static String question(String word, List<String> rest) {
        List<String> words = new ArrayList<>(List.of(StandaloneWords.capitalised(word)));
        words.addAll(rest);
        String first = words.get(1);
        words.set(1, QuestionGrammar.AUXILIARIES.contains(lower(first)) ? first.toLowerCase(Locale.ROOT) : first);
        return String.join(" ", words) + "?";
    }

    /** What was named anew takes the place of what fits it in the question before. */
    private static Optional<String> changed(List<String> rest, String previous) {
        boolean hasPreposition = rest.size() > 1 && QuestionGrammar.PREPOSITIONS.contains(lower(rest.get(0)));
        String preposition = hasPreposition ? lower(rest.get(0)) : "";
        String change = String.join(" ", hasPreposition ? rest.subList(1, rest.size()) : rest);
        String before = bare(previous);
        Optional<Span> place = place(change, preposition, before);
        return place.map(span -> {
            String start = before.substring(0, span.start());
            return (start.isEmpty() ? StandaloneWords.capitalised(change) : start + change)
                    + before.substring(span.end())
                    + "?";
        });
    }

    private static Optional<Span> place(String change, String preposition, String previous) {
        Optional<Term> term = Terms.of("x " + change).stream().findFirst();
        List<Term> old = Terms.of(previous);
        if (term.isPresent() && isAll(term.get(), change)) {
            Term.TermKind kind = term.get().kind() == Term.TermKind.OPENING
                    ? Term.TermKind.NAME
                    : term.get().kind();
            Optional<Span> best = Optional.empty();
            for (Term each : old) {
                boolean fits = each.kind() == kind
                        && !WordClass.QUESTION_WORD.contains(lower(first(each)))
                        && !QuestionGrammar.AUXILIARIES.contains(lower(first(each)));
                boolean follows = previous.substring(0, each.span().start())
                        .toLowerCase(Locale.ROOT)
                        .endsWith(preposition + " ");
                if (fits && (best.isEmpty() || preposition.isEmpty() || follows)) {
                    best = Optional.of(each.span());
                }
            }
            if (best.isPresent()) {
                return best;
            }
        }
        if (!preposition.isEmpty()) {
            int at = previous.toLowerCase(Locale.ROOT).lastIndexOf(" " + preposition + " ");
            return at < 0 ? Optional.empty() : Optional.of(phrase(previous, at + preposition.length() + 2));
        }
        boolean isDetermined = QuestionGrammar.DETERMINERS.contains(lower(change.split(" ", 2)[0]));
        return isDetermined ? determined(previous) : Optional.empty();
    }

    private static String first(Term term) {
        return term.words().get(0).text();
    }

    private static boolean isAll(Term term, String change) {
        int length = term.span().length();
        return length >= change.length() - 4;
    }

    /** From a place to the next preposition, or to the end. */
    private static Span phrase(String question, int from) {
        int at = from;
        while (at < question.length()) {
            int blank = question.indexOf(' ', at);
            int end = blank < 0 ? question.length() : blank;
            if (at > from && QuestionGrammar.PREPOSITIONS.contains(lower(question.substring(at, end)))) {
                return new Span(from, at - 1);
            }
            at = end + 1;
        }
        return new Span(from, question.length());
    }

    /** The phrase that a determiner opens, where a preposition or the end of the question closes it and no verb is in it. */
    private static Optional<Span> determined(String question) {
        List<String> words = words(question);
        int at = 0;
        boolean settled = false;
        for (int i = 0; i < words.size(); i++) {
            String word = lower(words.get(i));
            if (QuestionGrammar.DETERMINERS.contains(word) && i > 0) {
                String auxiliary = lower(words.get(i - 1));
                settled = !WordClass.DO.contains(auxiliary)
                        && !WordClass.MODAL.contains(auxiliary)
                        && !WordClass.HAVE.contains(auxiliary);
                Span phrase = phrase(question, at);
                if (settled && phrase.of(question).split(" ", -1).length <= 4) {
                    return Optional.of(phrase);
                }
            }
            at += words.get(i).length() + 1;
        }
        return Optional.empty();
    }

    /** Puts names in the place of pronouns. */
    private static Optional<String> resolved(List<String> rest, String previous, Turn last) {
        List<String> words = new ArrayList<>(rest);
        boolean changed = false;
        for (int i = 0; i < words.size(); i++) {
            String word = lower(words.get(i));
            boolean isPlace = word.equals("there")
                    && !(i > 0 && QuestionGrammar.AUXILIARIES.contains(lower(words.get(i - 1))))
                    && !(i + 1 < words.size() && QuestionGrammar.AUXILIARIES.contains(lower(words.get(i + 1))));
            Optional<String> meant = Optional.empty();
            if (QuestionGrammar.OF_PERSONS.contains(word)) {
                meant = person(previous, last);
            } else if (QuestionGrammar.OF_THINGS.contains(word)) {
                meant = thing(previous, last);
            } else if (QuestionGrammar.OF_SEVERAL.contains(word)) {
                meant = several(previous, last);
            } else if (isPlace) {
                meant = placeNamed(previous, last);
            } else {
                continue;
            }
            if (meant.isEmpty()) {
                return Optional.empty();
            }
            boolean owns = QuestionGrammar.POSSESSIVES.contains(word)
                    || word.equals("her") && i + 1 < words.size() && !WordClass.isFunctionWord(lower(words.get(i + 1)));
            String name = meant.get();
            if (changed && !owns) {
                continue;
            }
            String with = isPlace ? "in " + name : owns ? possessive(name) : name;
            words.set(i, i == 0 ? StandaloneWords.capitalised(with) : with);
            changed = true;
        }
        if (!changed) {
            return Optional.empty();
        }
        words.set(0, StandaloneWords.capitalised(words.get(0)));
        return Optional.of(String.join(" ", words) + "?");
    }

    private static String possessive(String name) {
        return name + (name.endsWith("s") ? "’" : "’s");
    }

    /** Whom the question before asked for, else whom it names, else the one whom its cited sentence names. */
    private static Optional<String> person(String previous, Turn last) {
        String first = lower(first(previous));
        Optional<String> said = saidName(last);
        if ((first.equals("who") || first.equals("whose") || first.equals("whom"))
                && said.isPresent()
                && isPerson(said.get(), said.get())) {
            return said;
        }
        return personIn(previous)
                .or(() -> said.filter(name -> isPerson(name, name)))
                .or(() -> onlyPersonCited(last));
    }

    private static Optional<String> personIn(String text) {
        List<String> names =
                names(text).stream().filter(name -> isPerson(name, text)).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
    }

    private static Optional<String> onlyPersonCited(Turn last) {
        List<String> names = last.citations().stream()
                .limit(1)
                .map(Citation::citedText)
                .flatMap(text -> names(text).stream().filter(name -> name.indexOf(' ') > 0 && isPerson(name, text)))
                .distinct()
                .toList();
        return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static Optional<String> thing(String previous, Turn last) {
        List<String> names = names(previous).stream()
                .filter(name -> !isPerson(name, previous) || followsOf(name, previous))
                .toList();
        if (!names.isEmpty()) {
            String name = names.get(names.size() - 1);
            return Optional.of(withArticle(name, previous));
        }
        List<String> words = words(previous);
        for (int i = words.size() - 1; i > 0; i--) {
            if (QuestionGrammar.DETERMINERS.contains(lower(words.get(i)))) {
                // "How high is the tower?", "When was the old bridge built?": the last word may be a verb.
                int end = i + 1;
                while (end < words.size()
                        && !isVerbAt(words, end, i)
                        && !QuestionGrammar.PREPOSITIONS.contains(lower(words.get(end)))) {
                    end++;
                }
                return end > i + 1 && end - i <= 4
                        ? Optional.of("the " + String.join(" ", words.subList(i + 1, end)))
                        : Optional.empty();
            }
        }
        return saidName(last).filter(name -> !isPerson(name, name) || name.indexOf(' ') < 0);
    }

    /** Behind a noun, a word is the verb that the auxiliary before waits for. */
    private static boolean isVerbAt(List<String> words, int at, int determiner) {
        boolean waits = determiner > 0 && QuestionGrammar.AUXILIARIES.contains(lower(words.get(determiner - 1)));
        String word = lower(words.get(at));
        return waits
                && at > determiner + 1
                && (BareVerbs.contains(word) || BareVerbs.isPast(word) || word.endsWith("en") || word.endsWith("ing"));
    }

    private static Optional<String> several(String previous, Turn last) {
        String said = bare(last.said());
        boolean areNamed = said.contains(" and ")
                && words(said).size() <= 2 * MOST_WORDS_OF_A_NAME
                && Character.isUpperCase(said.codePointAt(0));
        if (areNamed && !lower(first(previous)).equals("when")) {
            return Optional.of(said);
        }
        List<String> words = words(previous);
        for (int i = words.size() - 2; i > 0; i--) {
            String noun = lower(words.get(i + 1));
            if (QuestionGrammar.DETERMINERS.contains(lower(words.get(i)))
                    && noun.endsWith("s")
                    && !noun.endsWith("ss")) {
                return Optional.of("the " + words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> placeNamed(String previous, Turn last) {
        Optional<String> said = saidName(last);
        if (lower(first(previous)).equals("where") && said.isPresent()) {
            return said;
        }
        List<String> names = names(previous).stream()
                .filter(name -> QuestionGrammar.PLACE_PREPOSITIONS.contains(wordBefore(name, previous)))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(withArticle(names.get(names.size() - 1), previous));
    }

    /** What was said, where it is a name and nothing else. */
    private static Optional<String> saidName(Turn last) {
        String said = bare(last.said());
        List<String> words = words(said);
        boolean hasPreposition = words.size() > 1 && QuestionGrammar.PREPOSITIONS.contains(lower(words.get(0)));
        List<String> name = hasPreposition ? words.subList(1, words.size()) : words;
        boolean isName = !name.isEmpty()
                && name.size() <= MOST_WORDS_OF_A_NAME
                && said.indexOf(',') < 0
                && Character.isUpperCase(name.get(0).codePointAt(0))
                && Character.isUpperCase(name.get(name.size() - 1).codePointAt(0))
                && name.stream()
                        .allMatch(each -> Character.isUpperCase(each.codePointAt(0)) || WordClass.isFunctionWord(each));
        return isName ? Optional.of(String.join(" ", name)) : Optional.empty();
    }

    private static List<String> names(String text) {
        return Terms.of(text).stream()
                .filter(term -> term.kind() == Term.TermKind.NAME)
                .map(term -> term.span().of(text))
                .filter(name -> !WordClass.QUESTION_WORD.contains(lower(name))
                        && !QuestionGrammar.AUXILIARIES.contains(lower(name)))
                .toList();
    }

    /** A name of a person as far as its neighbours tell: no country, no article before it, no place. */
    private static boolean isPerson(String name, String text) {
        String before = wordBefore(name, text);
        boolean isCountry = !CountryNames.in(name, new Span(0, name.length())).isEmpty();
        boolean isAcronym = name.equals(name.toUpperCase(Locale.ROOT));
        return !isCountry
                && !isAcronym
                && !QuestionGrammar.DETERMINERS.contains(before)
                && !QuestionGrammar.PLACE_PREPOSITIONS.contains(before)
                && !lower(first(name)).equals("the");
    }

    private static boolean followsOf(String name, String text) {
        return QuestionGrammar.PLACE_PREPOSITIONS.contains(wordBefore(name, text));
    }

    private static String wordBefore(String name, String text) {
        int at = text.lastIndexOf(name);
        if (at <= 0) {
            return "";
        }
        List<String> before = words(text.substring(0, at));
        return before.isEmpty() ? "" : lower(before.get(before.size() - 1));
    }

    private static String withArticle(String name, String text) {
        return wordBefore(name, text).equals("the") ? "the " + name : name;
    }

    private static String first(String text) {
        List<String> words = words(text);
        return words.isEmpty() ? "" : words.get(0);
    }

    private static List<String> words(String text) {
        String bare = bare(text);
        return bare.isEmpty() ? List.of() : List.of(bare.split("\\s+", -1));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT).replace(",", "");
    }

    private static String bare(String text) {
        String words = text.strip();
        int end = words.length();
        while (end > 0 && "?!., ".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end).replaceAll("\\s+", " ");
    }
}
