package dev.footnote.reading;

import dev.footnote.english.AnswerType;
import dev.footnote.english.QuestionWords;
import dev.footnote.model.Stance;
import dev.footnote.text.ListMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * What can be seen of each candidate sentence, as numbers by name: what the reader said of it and of its neighbours, how
 * much of the question's words, names and numbers it and its surroundings have, how it looks, and what the question asks
 * for. The fitted models weigh them.
 */
final class CandidateSigns {

    private static final double LEAST_MARGIN = -20;
    private static final double MOST_MARGIN = 20;
    private static final double LEAST_SHARE = -12;
    private static final double LEAST_AGREED = -10;

    private static final Pattern ENDED = Pattern.compile("[.!?:;…][\"”’')\\]*_]*$");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final AskedQuestion question;
    private final Map<String, Double> kinds;
    private final ReaderStates states;
    private final List<CandidateSentence> candidates;
    private final Map<ArticleWords, AskedWords> asked = new HashMap<>();
    private final AnswerType type;
    private final SentenceSigns sentences;
    private final double[] standing;
    private final double allStanding;
    private final Agreement agreement;

    /**
     * @param kinds how likely the question is of each kind
     * @param states what is learned from the reader's states
     * @param agreement of the candidates
     */
    CandidateSigns(
            AskedQuestion question,
            Map<String, Double> kinds,
            ReaderStates states,
            List<CandidateSentence> candidates,
            Agreement agreement) {
        this.question = question;
        this.kinds = kinds;
        this.states = states;
        this.candidates = candidates;
        this.type = AnswerType.of(question.text());
        this.sentences = new SentenceSigns(question, type);
        this.standing =
                candidates.stream().mapToDouble(CandidateSigns::standing).toArray();
        double sum = 1;
        for (double each : standing) {
            sum += Math.exp(each);
        }
        this.allStanding = Math.log(sum);
        this.agreement = agreement;
    }

    /**
     * The words of the question as an article writes them.
     *
     * @param stems of those that say something
     * @param names among them, with numbers and codes
     */
    private record AskedWords(List<String> stems, List<String> names) {

        static AskedWords of(AskedQuestion question, ArticleWords article) {
            List<String> own = article.askedStems(question.text());
            return new AskedWords(
                    own.isEmpty() ? article.askedStems(question.inFull()) : own, article.askedNames(question.text()));
        }

        double share(Predicate<String> has) {
            return names.isEmpty() ? 1 : (double) names.stream().filter(has).count() / names.size();
        }
    }

    private AskedWords askedOf(ArticleWords article) {
        return asked.computeIfAbsent(article, each -> AskedWords.of(question, each));
    }

    /** How a sentence stands against "no answer here" in its passage, which compares sentences of all passages. */
    private static double standing(CandidateSentence candidate) {
        return (share(candidate) - 2 * candidate.read().scores().noneShare()) / 2;
    }

    private static double share(CandidateSentence candidate) {
        return candidate.read().scores().startShare(candidate.placeInPassage())
                + candidate.read().scores().endShare(candidate.placeInPassage());
    }

    /** The signs of each candidate, in their order. */
    List<Map<String, Double>> all() {
        List<Map<String, Double>> all = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            all.add(of(i));
        }
        return all;
    }

    private Map<String, Double> of(int index) {
        Map<String, Double> signs = new LinkedHashMap<>();
        CandidateSentence candidate = candidates.get(index);
        reader(index, candidate, signs);
        neighbours(candidate, signs);
        List<String> stems = candidate.read().article().stems(candidate.text());
        words(candidate, stems, signs);
        look(candidate, signs);
        AskedWords words = askedOf(candidate.read().article());
        sentences.add(candidate, stems, words.stems(), words.names(), signs);
        question(candidate.read().article(), signs);
        topic(signs);
        double margin = signs.getOrDefault("margin", 0.0);
        kinds.forEach((kind, probability) -> {
            signs.put("asks_" + kind, probability);
            signs.put("asks_" + kind + "_margin", probability * margin);
        });
        Stance stance = candidate.read().scores().stance();
        double yesNo = kinds.getOrDefault(QuestionKinds.YES_NO, 0.0);
        signs.put("stance", stance.yes() - stance.no());
        signs.put("open", stance.open());
        signs.put("asks_yes_no_stance", yesNo * (stance.yes() - stance.no()));
        signs.put("asks_yes_no_open", yesNo * stance.open());
        return signs;
    }

    /** To a bare topic the reader finds no answer, so what it is about counts for more. */
    private void topic(Map<String, Double> signs) {
        double topic = QuestionWords.areTopic(question.text()) ? 1 : 0;
        signs.put("topic", topic);
        signs.put("topic_similarity", topic * signs.getOrDefault("similarity", 0.0));
        signs.put("topic_words_around", topic * signs.getOrDefault("words_around", 0.0));
        signs.put("topic_words_unknown", topic * signs.getOrDefault("words_unknown", 0.0));
    }

    private void reader(int index, CandidateSentence candidate, Map<String, Double> signs) {
        double margin = margin(candidate);
        double passageMargin = candidate.read().scores().best().orElseThrow().margin();
        double best =
                candidates.stream().mapToDouble(CandidateSigns::margin).max().orElse(0);
        double elsewhere = candidates.stream()
                .filter(other -> !other.read().passage().equals(candidate.read().passage()))
                .mapToDouble(CandidateSigns::margin)
                .max()
                .orElse(LEAST_MARGIN);
        long better =
                candidates.stream().filter(other -> margin(other) > margin).count();
        double start = candidate.read().scores().startShare(candidate.placeInPassage());
        double end = candidate.read().scores().endShare(candidate.placeInPassage());
        signs.put("margin", margin / 5);
        signs.put("margin_above", Math.max(margin, 0) / 5);
        signs.put("margin_likely", 1 / (1 + Math.exp(-margin)));
        signs.put("lead", Math.max(-3, (margin - elsewhere) / 5));
        signs.put("behind_in_passage", (passageMargin - margin) / 5);
        signs.put("behind", (margin - best) / 5);
        signs.put("rank", Math.min(better, 6) / 3.0);
        signs.put("start_share", Math.max(start, LEAST_SHARE) / 3);
        signs.put("end_share", Math.max(end, LEAST_SHARE) / 3);
        signs.put("start_likely", Math.exp(start));
        signs.put("end_likely", Math.exp(end));
        signs.put("none", candidate.read().scores().noneShare() / 5);
        signs.put("state", states.ofPassage(candidate.read().scores()));
        signs.put("standing", Math.max(LEAST_SHARE, standing[index] - allStanding) / 3);
        signs.put("standing_likely", Math.exp(standing[index] - allStanding));
        double rival = LEAST_MARGIN;
        double agreed = Double.NEGATIVE_INFINITY;
        double likely = 0;
        for (int other = 0; other < candidates.size(); other++) {
            double others = margin(candidates.get(other));
            if (!agreement.agree(index, other)) {
                rival = Math.max(rival, others);
            } else if (other != index) {
                agreed = Math.max(agreed, others);
                likely += Math.exp(standing[other] - allStanding);
            }
        }
        signs.put("lead_over_others", Math.max(-3, (margin - rival) / 5));
        signs.put("agreed_margin", Math.max(LEAST_AGREED, agreed) / 5);
        signs.put("agreed_likely", likely);
        signs.put("similarity", candidate.read().similarity() * 5);
        signs.put("retrieved", candidate.read().rank());
    }

    private static double margin(CandidateSentence candidate) {
        return Math.max(LEAST_MARGIN, Math.min(MOST_MARGIN, candidate.words().margin()));
    }

    /** A reason, or what is meant by a question above, often stands beside the words that the reader points at. */
    private static void neighbours(CandidateSentence candidate, Map<String, Double> signs) {
        signs.put(
                "margin_before", candidate.before().map(CandidateSigns::margin).orElse(-10.0) / 5);
        signs.put("margin_after", candidate.after().map(CandidateSigns::margin).orElse(-10.0) / 5);
        signs.put(
                "start_likely_before",
                candidate.before().map(CandidateSigns::startLikely).orElse(0.0));
        signs.put(
                "start_likely_after",
                candidate.after().map(CandidateSigns::startLikely).orElse(0.0));
        signs.put(
                "after_question",
                candidate.before().filter(before -> before.text().endsWith("?")).isPresent() ? 1.0 : 0);
    }

    private static double startLikely(CandidateSentence candidate) {
        return Math.exp(candidate.read().scores().startShare(candidate.placeInPassage()));
    }

    private void words(CandidateSentence candidate, List<String> stems, Map<String, Double> signs) {
        ArticleWords article = candidate.read().article();
        String heading = article.headingOf(candidate.read().passage());
        String tableHead = article.tableHeadOf(candidate.read().passage());
        String paragraph = article.paragraphOf(candidate.read().passage());
        AskedWords words = askedOf(article);
        List<String> asked = words.stems();
        Set<String> inSentence = new HashSet<>(stems);
        Set<String> inHeading = new HashSet<>(article.stems(heading));
        Set<String> inTitle = article.titleStems();
        Set<String> around = new HashSet<>(article.stems(paragraph));
        around.addAll(inHeading);
        around.addAll(inTitle);
        around.addAll(article.stems(tableHead));
        double all = asked.stream().mapToDouble(article::weight).sum();
        ToDoubleFunction<Set<String>> share = within -> all == 0
                ? 0
                : asked.stream()
                                .filter(within::contains)
                                .mapToDouble(article::weight)
                                .sum()
                        / all;
        signs.put("words_in_sentence", share.applyAsDouble(inSentence));
        signs.put("words_around", share.applyAsDouble(around));
        signs.put(
                "words_before",
                share.applyAsDouble(new HashSet<>(candidate
                        .before()
                        .map(each -> article.stems(each.text()))
                        .orElse(List.of()))));
        signs.put(
                "words_after",
                share.applyAsDouble(new HashSet<>(candidate
                        .after()
                        .map(each -> article.stems(each.text()))
                        .orElse(List.of()))));
        signs.put("words_in_heading", share.applyAsDouble(inHeading));
        signs.put("words_in_title", share.applyAsDouble(inTitle));
        signs.put(
                "words_unknown",
                all == 0
                        ? 0
                        : asked.stream()
                                        .filter(stem -> !article.hasStem(stem))
                                        .mapToDouble(article::weight)
                                        .sum()
                                / all);
        Set<String> sentence = new HashSet<>(article.allWords(candidate.text()));
        Set<String> surroundings =
                new HashSet<>(article.allWords(paragraph + " " + heading + " " + article.title() + " " + tableHead));
        signs.put("names_in_article", words.share(article::hasWord));
        signs.put("names_around", words.share(surroundings::contains));
        signs.put("names_in_sentence", words.share(sentence::contains));
        List<String> said = article.stems(span(candidate));
        signs.put(
                "repeats_question",
                said.isEmpty()
                        ? 1
                        : (double) said.stream().filter(asked::contains).count() / said.size());
        signs.put("says_nothing", said.isEmpty() ? 1.0 : 0);
    }

    private static String span(CandidateSentence candidate) {
        return candidate.words().span().of(candidate.read().article().text());
    }

    private void look(CandidateSentence candidate, Map<String, Double> signs) {
        String text = candidate.text();
        String span = span(candidate);
        int length = SPACE.split(text).length;
        signs.put("is_question", text.endsWith("?") ? 1.0 : 0);
        signs.put("not_ended", ENDED.matcher(text).find() ? 0.0 : 1);
        signs.put("item", ListMark.lengthIn(text) > 0 ? 1.0 : 0);
        signs.put("row", candidate.read().article().isRow(candidate.read().passage()) ? 1.0 : 0);
        signs.put(
                "heading", candidate.read().article().isHeading(candidate.read().passage()) ? 1.0 : 0);
        signs.put("length", Math.min(length, 60) / 30.0);
        signs.put("short", length < 5 ? 1.0 : 0);
        signs.put("first", candidate.at() == 0 ? 1.0 : 0);
        signs.put("words_length", Math.min(SPACE.split(span).length, 30) / 10.0);
        signs.put("wrong_type", type.admits(span) ? 0.0 : 1);
    }

    private void question(ArticleWords article, Map<String, Double> signs) {
        AskedWords words = askedOf(article);
        int length = SPACE.split(question.text().strip()).length;
        signs.put("has_names", words.names().isEmpty() ? 0.0 : 1);
        signs.put("question_length", Math.min(length, 30) / 10.0);
        signs.put("question_words", Math.min(words.stems().size(), 8) / 4.0);
        signs.put("one_word", words.stems().size() <= 1 ? 1.0 : 0);
        signs.put("follow_up", question.context().isEmpty() ? 0.0 : 1);
        signs.put("lower_case", question.text().codePoints().noneMatch(Character::isUpperCase) ? 1.0 : 0);
        signs.put("asks_quantity", type == AnswerType.QUANTITY ? 1.0 : 0);
        signs.put("asks_time", type == AnswerType.TIME ? 1.0 : 0);
        signs.put("asks_name", type == AnswerType.NAME ? 1.0 : 0);
    }
}
