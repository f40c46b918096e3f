package dev.footnote.english;

import dev.footnote.text.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The clause that a sentence begins with, where its words tell it without more grammar: who or what it is about, a verb and what
 * follows, up to where another thought begins. A sentence of another build has none: "In the end", "the plan that she made".
 *
 * @param time a date before the subject; empty without one
 * @param subject as it is written, without what an apposition says of it
 * @param verb its first verb, "was", "sold"
 * @param rest what follows the verb, without the full stop
 * @param isCut whether the rest ends where something depends on it, "that", a quotation: what is left may say nothing
 */
record PlainClause(String time, String subject, String verb, String rest, boolean isCut) {

    private static final int LONGEST_SUBJECT = 7;

    private static final String MONTH = WordClass.anyOf(CalendarNames.MONTHS);

    private static final String YEAR = "(?:1\\d{3}|20\\d{2})";

    /** "on 19 October 1409", "in May 1866", "in 1951", "on Saturday". */
    static final String DATE = "(?:(?:[Ii]n|[Oo]n) (?:(?:early |late )?(?:" + MONTH + " )?" + YEAR + "|" + MONTH
            + "|\\d{1,2} " + MONTH + "(?: " + YEAR + ")?|" + MONTH + " \\d{1,2}(?:, " + YEAR + ")?|"
            + WordClass.anyOf(CalendarNames.WEEKDAYS) + "))(?![\\w-])";

    private static final Pattern LEADING_DATE = Pattern.compile("^(" + DATE + "),? ");

    /** "Ida Holm, a surgeon from Turku, said": what stands between the commas. */
    private static final Pattern APPOSITION =
            Pattern.compile(" (?:" + String.join("|", Determiners.PLAIN) + "|whose|who|which) [^,.;:]{3,90}, ");

    private static final Pattern ENDS = Pattern.compile(
            " (?:after|before|because|while|when|since|until|although|though|which|who|whom|whose|where|that|if|as|prior|than"
                    + "|in order|according|so|whereas|but)\\b|,(?!\\d)|[;:(\"“”]| [–—]");

    /** Behind these the clause says too little without what follows. */
    private static final Pattern DEPENDS = Pattern.compile(" (?:which|who|whom|whose|where|that|if|as|than)| ?[\"“:]");

    private static final Pattern INNER_STOP = Pattern.compile("[.!?] ");

    private static final Pattern JOINS = Pattern.compile(" (?:and|or) ");

    private static final Set<String> TO_BE_OR_HAVE = WordClass.union("is are was were has have had");

    private static final Set<String> FINITE =
            WordClass.union("has have had cannot", WordClass.BE, WordClass.DO, WordClass.MODAL);

    /** "Last year": no subject begins so without an article. */
    private static final Set<String> RELATIVE_TIMES = WordClass.union("last next");

    /** Words with which a subject leans on what was named before. */
    private static final Set<String> LEANING = WordClass.union(
            "rest former latter half similar thing things others remainder neither nobody none everybody everyone ones",
            WordClass.COMPARISON,
            WordClass.AMOUNT,
            WordClass.SHARE,
            WordClass.INDEFINITE_PRONOUN);

    /**
     * That of a sentence without line breaks in it.
     *
     * @param names those of its article: what begins with a capital for standing first is told from a name
     */
    static Optional<PlainClause> of(String sentence, ProperNouns names) {
        Matcher leading = LEADING_DATE.matcher(sentence);
        String time = leading.find() ? leading.group(1) : "";
        String words = time.isEmpty() ? sentence : sentence.substring(leading.end());
        int from = 0;
        StringBuilder subject = new StringBuilder();
        for (int count = 0; count <= LONGEST_SUBJECT; count++) {
            int end = words.indexOf(' ', from);
            if (end < 0) {
                return Optional.empty();
            }
            String word = words.substring(from, end);
            String rest = words.substring(end + 1);
            if (count > 0 && isVerb(word, last(subject.toString()), rest)) {
                return clause(time, subject.toString(), word, rest, names);
            }
            boolean closes = word.endsWith(",");
            String bare = closes ? word.substring(0, word.length() - 1) : word;
            if (!mayStandInSubject(bare, count == 0, last(subject.toString()))) {
                return Optional.empty();
            }
            subject.append(count == 0 ? "" : " ").append(bare);
            from = end + 1;
            if (closes) {
                Matcher apposition = APPOSITION.matcher(words).region(end, words.length());
                if (!apposition.lookingAt()) {
                    return Optional.empty();
                }
                from = apposition.end();
                end = words.indexOf(' ', from);
                return end > 0 && isVerb(words.substring(from, end), "", words.substring(end + 1))
                        ? clause(time, subject.toString(), words.substring(from, end), words.substring(end + 1), names)
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<PlainClause> clause(
            String time, String subject, String verb, String following, ProperNouns names) {
        Optional<String> named = asNamed(subject, names);
        if (leans(subject) || named.isEmpty()) {
            return Optional.empty();
        }
        Matcher ends = ENDS.matcher(following);
        boolean found = ends.find();
        String whole =
                found ? following.substring(0, ends.start()) : following.replaceFirst("(?<![.!?…”\"])[.!?…”\"]+$", "");
        boolean isCut = found
                && DEPENDS.matcher(following)
                        .region(ends.start(), following.length())
                        .lookingAt();
        String rest = withoutSecondVerb(whole).strip();
        return hasVerb(rest) || INNER_STOP.matcher(rest).find()
                ? Optional.empty()
                : Optional.of(new PlainClause(
                        time,
                        named.get(),
                        verb,
                        rest,
                        isCut && rest.length() == whole.strip().length()));
    }

    /**
     * A subject as it stands within a sentence, "repairs to the bridge". Empty where one word alone may be a name or not,
     * "Work".
     */
    private static Optional<String> asNamed(String subject, ProperNouns names) {
        String first = first(subject);
        boolean isName = isKnownName(first, names);
        boolean isAlone = first.length() == subject.length();
        boolean leadsName = !isAlone && Character.isUpperCase(subject.codePointAt(first.length() + 1));
        if (isName || leadsName && !WordClass.ARTICLE.contains(first.toLowerCase(Locale.ROOT))) {
            return Optional.of(subject);
        }
        return isAlone ? Optional.empty() : Optional.of(uncapitalised(subject));
    }

    /** Whether a word is a name where it stands first, too: one that the article has within a sentence, a country, an acronym. */
    static boolean isKnownName(String word, ProperNouns names) {
        String bare = word.replaceFirst("['’]s$", "");
        return Word.isInCapitals(bare) && Character.isLetter(bare.charAt(0))
                || names.contains(bare.replaceFirst("-.*$", ""))
                || !CountryNames.in(bare, new Span(0, bare.length())).isEmpty();
    }

    static String uncapitalised(String words) {
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    /** "Came back in December and scored" up to the "and": another thing that was done. */
    private static String withoutSecondVerb(String rest) {
        Matcher joins = JOINS.matcher(rest);
        while (joins.find()) {
            String second = first(rest.substring(joins.end()));
            if (FINITE.contains(second) || BareVerbs.ofPast(second).isPresent() || second.endsWith("ly")) {
                return rest.substring(0, joins.start());
            }
        }
        return rest;
    }

    private static boolean hasVerb(String rest) {
        List<String> words = Arrays.asList(rest.split(" ", -1));
        for (int i = 0; i < words.size(); i++) {
            if (FINITE.contains(words.get(i)) && i > 0
                    || words.get(i).endsWith("n't")
                    || words.get(i).endsWith("n’t")) {
                return true;
            }
            boolean stands = i > 1
                    && !WordClass.isFunctionWord(words.get(i - 1))
                    && !words.get(i - 1).endsWith("ly");
            if (stands && BareVerbs.ofPast(words.get(i)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is the verb of its subject, as far as it and its neighbours tell. */
    private static boolean isVerb(String word, String before, String rest) {
        if (WordClass.ARTICLE.contains(before) || before.equals("of")) {
            return false;
        }
        if (TO_BE_OR_HAVE.contains(word) || WordClass.MODAL.contains(word)) {
            return true;
        }
        String next = first(rest);
        if (BareVerbs.ofPast(word).isPresent()) {
            return !next.equals("by");
        }
        boolean hasObject = WordClass.ARTICLE.contains(next) || Measures.isNumber(next);
        return hasObject && (BareVerbs.isPast(word) || present(word).isPresent());
    }

    /** The verb of its third person, "employs"; empty where it is none. */
    static Optional<String> present(String word) {
        if (!word.endsWith("s") || word.endsWith("ss")) {
            return Optional.empty();
        }
        return List.of(1, 2).stream()
                .filter(letters -> word.length() > letters + 2)
                .map(letters -> word.substring(0, word.length() - letters))
                .filter(base ->
                        BareVerbs.contains(base) && VerbForms.of(base).third().equals(word))
                .findFirst();
    }

    private static boolean mayStandInSubject(String word, boolean isFirst, String before) {
        if (!word.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}’'.&/-]*")
                || word.endsWith(".") && !word.matches("(?:\\p{Lu}\\p{L}?\\p{L}?\\.)+")) {
            return false;
        }
        String lower = word.toLowerCase(Locale.ROOT);
        boolean acronym = Word.isInCapitals(word);
        if (isFirst) {
            return acronym || WordClass.ARTICLE.contains(lower) || !WordClass.isFunctionWord(lower);
        }
        return lower.equals("of")
                || WordClass.ARTICLE.contains(word) && before.equals("of")
                || acronym
                || !WordClass.isFunctionWord(word) && !word.endsWith("ly");
    }

    static boolean leans(String subject) {
        List<String> words = Arrays.asList(subject.split(" ", -1));
        String head = words.get(words.size() - 1).toLowerCase(Locale.ROOT);
        return NumberWords.ordinal(head).isPresent()
                || RELATIVE_TIMES.contains(words.get(0).toLowerCase(Locale.ROOT))
                || words.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("['’]s$", ""))
                        .anyMatch(LEANING::contains)
                || PointingWords.isIn(subject);
    }

    /** Whether the verb is a form of "be" before a participle, "was founded". */
    boolean isPassive() {
        return (verb.equals("was") || verb.equals("were")) && isParticiple(first(rest));
    }

    /** Whether it tells of something that was done or happened: in the past, or in the passive. */
    boolean isDone() {
        return isPassive() || BareVerbs.ofPast(verb).isPresent();
    }

    private static boolean isParticiple(String word) {
        return BareVerbs.ofPast(word).isPresent()
                || word.length() > 4 && (word.endsWith("ed") || word.endsWith("own") || word.endsWith("en"))
                || Set.of("born", "put", "cut", "set", "sung", "done").contains(word);
    }

    /** What stands before the subject in a question and what the verb becomes behind it: "did" and "sell" for "sold". */
    Optional<String> asked(String ofRest) {
        String bare = ofRest.strip();
        if (TO_BE_OR_HAVE.contains(verb) && !verb.startsWith("ha") || WordClass.MODAL.contains(verb)) {
            return Optional.of((verb + " " + subject + " " + bare).strip());
        }
        if (verb.startsWith("ha")) {
            return Optional.empty();
        }
        return BareVerbs.ofPast(verb)
                .map(base -> "did " + subject + " " + base)
                .or(() -> present(verb).map(base -> "does " + subject + " " + base))
                .map(begun -> (begun + " " + bare).strip());
    }

    /** Words that may stand first, within a sentence: the capital of an article goes. */
    static String inside(String words) {
        return WordClass.ARTICLE.contains(first(words).toLowerCase(Locale.ROOT)) ? uncapitalised(words) : words;
    }

    static String first(String words) {
        int blank = words.indexOf(' ');
        String first = blank < 0 ? words : words.substring(0, blank);
        return first.replaceFirst("(?<![.,;:!?])[.,;:!?]+$", "");
    }

    private static String last(String words) {
        return words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
