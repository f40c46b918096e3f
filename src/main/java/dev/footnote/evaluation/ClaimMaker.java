package dev.footnote.evaluation;

import dev.footnote.english.CalendarNames;
import dev.footnote.english.MentionedTerms;
import dev.footnote.english.NameConnectors;
import dev.footnote.english.Sentence;
import dev.footnote.english.SentenceChanges;
import dev.footnote.english.SentenceSplitter;
import dev.footnote.english.Statement;
import dev.footnote.english.Term;
import dev.footnote.english.Terms;
import dev.footnote.english.Word;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes claims that sentences support, and claims that they do not, of a question set: each question with its answer as
 * a statement over the sentence that answers it, and that statement with something in it changed, or over another
 * sentence. The same set gives the same claims. What was paraphrased by the people who wrote the questions stays so.
 */
final class ClaimMaker {

    private static final int LONGEST_ANSWER = 12;
    private static final int LONGEST_QUOTE = 40;
    private static final int FURTHEST_YEAR = 30;
    private static final int FOREIGN_STEP = 3;
    private static final int FOREIGN_TRIES = 60;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final Map<String, List<Source>> byText = new LinkedHashMap<>();
    private final Map<String, Set<String>> stemsByText = new HashMap<>();
    private final Map<String, List<String>> verbsByText = new HashMap<>();

    /** A question, its statement and where that stands. */
    private record Source(
            Trial trial, String answer, String statement, String evidence, List<String> others, String textId) {

        /** The same with the sentence itself in the statement's place. */
        Source quoted() {
            return new Source(trial, answer, evidence, evidence, others, textId);
        }

        Source saying(String other) {
            return new Source(trial, answer, other, evidence, others, textId);
        }

        boolean isQuoted() {
            return statement.equals(evidence);
        }
    }

    private ClaimMaker() {}

    /**
     * The claims of a set.
     *
     * @param articles the texts its questions are about, by id; for a set about {@code seeds/} with the id ""
     */
    static List<ClaimTrial> of(QuestionSet set, Map<String, String> articles) {
        ClaimMaker maker = new ClaimMaker();
        for (Trial trial : set.trials()) {
            String text = articles.get(trial.articleId());
            if (text != null && trial.turns().isEmpty()) {
                maker.source(trial, text, set.paragraphs().get(trial.id())).ifPresent(source -> maker.byText
                        .computeIfAbsent(trial.articleId(), absent -> new ArrayList<>())
                        .add(source));
            }
        }
        List<ClaimTrial> claims = new ArrayList<>();
        for (List<Source> sources : maker.byText.values()) {
            sources.forEach(source -> maker.add(source, sources, claims));
            Set<String> quoted = new HashSet<>();
            sources.stream()
                    .filter(source -> quoted.add(source.evidence()))
                    .filter(source -> source.evidence().split("\\s+").length <= LONGEST_QUOTE)
                    .forEach(source -> maker.addQuoted(source.quoted(), sources, claims));
        }
        maker.addForeign(claims);
        return claims;
    }

    /** Statements over the sentence of other texts that shares most words with them, of some that are tried. */
    private void addForeign(List<ClaimTrial> claims) {
        List<Source> all = byText.values().stream().flatMap(List::stream).toList();
        for (int i = 0; i < all.size(); i += FOREIGN_STEP) {
            Source source = all.get(i);
            Random random = new Random(source.trial().id().hashCode());
            Set<String> said = stems(source.statement());
            random.ints(FOREIGN_TRIES, 0, all.size())
                    .mapToObj(all::get)
                    .filter(other -> !other.textId().equals(source.textId()))
                    .max(Comparator.comparingLong(other -> shared(said, other.evidence())))
                    .ifPresent(other ->
                            claims.add(trial(source, "foreign", source.statement(), other.evidence(), false, null)));
        }
    }

    private Optional<Source> source(Trial trial, String text, @Nullable Span paragraph) {
        List<String> sentences = splitter.split(paragraph == null ? text : paragraph.of(text)).stream()
                .map(Sentence::span)
                .map(span -> span.of(paragraph == null ? text : paragraph.of(text)))
                .toList();
        Set<String> asked = stems(trial.question());
        for (String answer : trial.answers()) {
            Optional<String> evidence = sentences.stream()
                    .filter(sentence -> lower(sentence).contains(lower(answer)))
                    .filter(sentence -> trial.evidence().isEmpty()
                            || trial.evidence().stream()
                                    .anyMatch(each -> each.contains(sentence) || sentence.contains(each)))
                    .max(Comparator.comparingLong(sentence -> shared(asked, sentence)));
            Optional<String> statement = answer.split("\\s+").length > LONGEST_ANSWER
                    ? Optional.empty()
                    : Statement.of(trial.question(), answer);
            if (evidence.isPresent() && statement.isPresent()) {
                List<String> others = sentences.stream()
                        .filter(sentence -> trial.answers().stream()
                                .noneMatch(each -> lower(sentence).contains(lower(each))))
                        .filter(sentence -> !sentence.equals(evidence.get()))
                        .sorted(Comparator.comparingLong((String sentence) -> shared(asked, sentence))
                                .reversed())
                        .toList();
                return Optional.of(
                        new Source(trial, answer, statement.get(), evidence.get(), others, trial.articleId()));
            }
        }
        return Optional.empty();
    }

    private void add(Source source, List<Source> sameText, List<ClaimTrial> claims) {
        Random random = new Random(source.trial().id().hashCode());
        claims.add(trial(
                source, "right", source.statement(), source.evidence(), true, question(source, sameText, random)));
        terms(source, sameText, random, claims);
        if (!source.others().isEmpty()) {
            claims.add(trial(
                    source, "elsewhere", source.statement(), source.others().get(0), false, null));
        }
        answers(source, sameText, random)
                .ifPresent(other -> Statement.of(source.trial().question(), other)
                        .ifPresent(wrong -> claims.add(trial(
                                source,
                                "answer",
                                wrong,
                                source.evidence(),
                                false,
                                random.nextBoolean() ? source.trial().question() : null))));
    }

    /** The sentence itself as a claim, and what becomes of it. */
    private void addQuoted(Source source, List<Source> sameText, List<ClaimTrial> claims) {
        Random random = new Random(source.evidence().hashCode());
        claims.add(trial(source, "right", source.statement(), source.evidence(), true, null));
        SentenceChanges.shortened(source.evidence()).ifPresent(less -> {
            claims.add(trial(source, "shortened", less, source.evidence(), true, null));
            change(source.saying(less), sameText, random, claims);
        });
        SentenceChanges.open(source.evidence(), random)
                .ifPresent(open -> claims.add(trial(source, "open", source.statement(), open, false, null)));
        SentenceChanges.reported(source.evidence(), random)
                .ifPresent(more -> claims.add(trial(source, "reported", source.statement(), more, true, null)));
        change(source, sameText, random, claims);
    }

    private void change(Source source, List<Source> sameText, Random random, List<ClaimTrial> claims) {
        String claim = source.statement();
        terms(source, sameText, random, claims);
        swapped(claim, source.evidence())
                .ifPresent(wrong -> claims.add(trial(source, "role", wrong, source.evidence(), false, null)));
        SentenceChanges.negation(claim)
                .ifPresent(wrong -> claims.add(trial(
                        source,
                        wrong.length() < claim.length() ? "affirmation" : "negation",
                        wrong,
                        source.evidence(),
                        false,
                        null)));
        SentenceChanges.opposite(claim, random)
                .forEach(wrong -> claims.add(trial(source, "opposite", wrong, source.evidence(), false, null)));
        SentenceChanges.unit(claim, random)
                .ifPresent(wrong -> claims.add(trial(source, "unit", wrong, source.evidence(), false, null)));
        SentenceChanges.numbersSwapped(claim)
                .ifPresent(wrong -> claims.add(trial(source, "role", wrong, source.evidence(), false, null)));
        SentenceChanges.turned(claim).ifPresent(turned -> {
            turned.right().forEach(right -> claims.add(trial(source, "passive", right, source.evidence(), true, null)));
            turned.wrong().forEach(wrong -> claims.add(trial(source, "role", wrong, source.evidence(), false, null)));
        });
        SentenceChanges.verb(claim, verbs(sameText), random)
                .ifPresent(wrong -> claims.add(trial(source, "verb", wrong, source.evidence(), false, null)));
        Source other = sameText.get(random.nextInt(sameText.size()));
        if (!other.evidence().equals(source.evidence())) {
            SentenceChanges.added(claim, other.evidence())
                    .ifPresent(wrong -> claims.add(trial(source, "invented", wrong, source.evidence(), false, null)));
        }
    }

    private List<String> verbs(List<Source> sources) {
        return verbsByText.computeIfAbsent(sources.get(0).textId(), id -> sources.stream()
                .flatMap(source -> Word.of(source.evidence()).stream())
                .filter(SentenceChanges::isVerb)
                .map(Word::key)
                .distinct()
                .sorted()
                .toList());
    }

    /** With half of the right claims goes no question, with a quarter their own, with a quarter one that they do not answer. */
    private static @Nullable String question(Source source, List<Source> sameText, Random random) {
        int which = random.nextInt(4);
        if (which < 2) {
            return null;
        }
        return which == 2
                ? source.trial().question()
                : sameText.get(random.nextInt(sameText.size())).trial().question();
    }

    /** The claim with a name, a number and a date changed, as far as it has them. */
    private static void terms(Source source, List<Source> sameText, Random random, List<ClaimTrial> claims) {
        MentionedTerms evidence = new MentionedTerms(source.evidence());
        Set<Term.TermKind> done = new HashSet<>();
        for (Term term : Terms.of(source.statement())) {
            Term.TermKind kind = term.kind() == Term.TermKind.OPENING ? Term.TermKind.NAME : term.kind();
            if (!evidence.mentions(term) || done.contains(kind)) {
                continue;
            }
            replacement(term, kind, source, sameText, random).ifPresent(other -> {
                done.add(kind);
                String wrong = source.statement().substring(0, term.span().start())
                        + other
                        + source.statement().substring(term.span().end());
                claims.add(trial(source, lower(kind.name()), wrong, source.evidence(), false, null));
            });
        }
    }

    private static Optional<String> replacement(
            Term term, Term.TermKind kind, Source source, List<Source> sameText, Random random) {
        String written = term.span().of(source.statement());
        if (kind == Term.TermKind.NUMBER) {
            return number(written, random);
        }
        if (kind == Term.TermKind.DATE) {
            return date(written, random);
        }
        // A first word has its capital for standing there, unless the sentence has it inside too.
        if (term.kind() == Term.TermKind.OPENING
                && Terms.of(source.evidence()).stream()
                        .noneMatch(each -> each.kind() == Term.TermKind.NAME
                                && each.span().of(source.evidence()).contains(written))) {
            return Optional.empty();
        }
        MentionedTerms claim = new MentionedTerms(source.statement());
        List<String> names = sameText.stream()
                .map(Source::evidence)
                .distinct()
                .flatMap(text -> Terms.of(text).stream()
                        .filter(each -> each.kind() == Term.TermKind.NAME && !claim.mentions(each))
                        .map(each -> each.span().of(text)))
                .distinct()
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names.get(random.nextInt(names.size())));
    }

    private static Optional<String> number(String written, Random random) {
        Matcher digits = Pattern.compile("\\d").matcher(written);
        if (!digits.find()) {
            List<String> words = List.of("three", "four", "five", "six", "seven", "nine", "eleven", "twenty", "thirty");
            return words.stream()
                    .filter(each -> !lower(written).contains(each))
                    .skip(random.nextInt(words.size() - 1))
                    .findFirst();
        }
        int digit = written.charAt(digits.start()) - '0';
        int other = 1 + (digit + random.nextInt(8)) % 9;
        return Optional.of(written.substring(0, digits.start()) + other + written.substring(digits.end()));
    }

    private static Optional<String> date(String written, Random random) {
        for (List<String> names : List.of(CalendarNames.WEEKDAYS, CalendarNames.MONTHS)) {
            int at = names.indexOf(written);
            if (at >= 0) {
                return Optional.of(names.get((at + 1 + random.nextInt(names.size() - 1)) % names.size()));
            }
        }
        return written.matches("\\d{4}")
                ? Optional.of(String.valueOf(Integer.parseInt(written)
                        + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(FURTHEST_YEAR))))
                : Optional.empty();
    }

    /** The claim with its first two names in each other's place. */
    private static Optional<String> swapped(String claim, String evidence) {
        MentionedTerms mentions = new MentionedTerms(evidence);
        List<Term> names = Terms.of(claim).stream()
                .filter(term -> term.kind() == Term.TermKind.NAME || term.kind() == Term.TermKind.OPENING)
                .filter(mentions::mentions)
                .toList();
        if (names.size() < 2) {
            return Optional.empty();
        }
        Span first = names.get(0).span();
        Span second = names.get(1).span();
        String between = claim.substring(first.end(), second.start());
        if (NameConnectors.areAll(between)) {
            return Optional.empty();
        }
        return Optional.of(claim.substring(0, first.start())
                + second.of(claim)
                + between
                + first.of(claim)
                + claim.substring(second.end()));
    }

    /** The answer to another question of the text that is asked with the same word. */
    private Optional<String> answers(Source source, List<Source> sameText, Random random) {
        String asking = lower(source.trial().question()).replaceFirst("(?s)\\s.*", "");
        List<String> others = sameText.stream()
                .filter(other -> lower(other.trial().question()).startsWith(asking))
                .map(Source::answer)
                .filter(answer ->
                        source.trial().answers().stream().noneMatch(right -> shared(stems(right), answer) > 0))
                .filter(answer -> shared(stems(answer), source.trial().question()) == 0)
                .distinct()
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
    }

    private static ClaimTrial trial(
            Source source, String kind, String claim, String evidence, boolean supported, @Nullable String question) {
        return new ClaimTrial(
                source.trial().id() + (source.isQuoted() ? "-quoted-" : "-") + kind,
                kind,
                claim,
                question,
                evidence,
                supported,
                source.textId());
    }

    private long shared(Set<String> stems, String text) {
        return stems(text).stream().filter(stems::contains).count();
    }

    private Set<String> stems(String text) {
        return stemsByText.computeIfAbsent(text, absent -> Word.of(text).stream()
                .filter(word -> !word.isLight())
                .map(Word::stem)
                .collect(Collectors.toSet()));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
