package dev.footnote.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.footnote.model.BlendedModel;
import dev.footnote.model.ChoiceModel;
import dev.footnote.model.LogisticModel;
import dev.footnote.model.PassageScores;
import dev.footnote.model.Stance;
import dev.footnote.model.TreesModel;
import dev.footnote.passage.Passage;
import dev.footnote.passage.PassageSplitter;
import dev.footnote.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Over a reader made by hand: it likes the words it is told to like. */
class AnswerPolicyTest {

    private static final String TEXT = "Old bridge\n\nThe bridge was built in 1911. It rusted for years.\n\n"
            + "Why was it closed?\n\nA crack was found in May. The town had no money for repairs.";

    private static final ArticleWords ARTICLE = new ArticleWords("Old bridge", TEXT);

    private static final List<Passage> PASSAGES =
            new PassageSplitter(text -> text.split("\\s+").length, 120).split(TEXT);

    private static final AskedQuestion QUESTION =
            new AskedQuestion("When was the bridge built?", "", new float[] {1, 0});

    /** Tokens are words; the liked ones get this start and end logit, the others 0, "no answer" 2. */
    static PassageScores scores(String text, String liked, float logit) {
        List<Span> tokens = new ArrayList<>();
        Matcher word = Pattern.compile("\\w+|[^\\w\\s]").matcher(text);
        while (word.find()) {
            tokens.add(new Span(word.start(), word.end()));
        }
        float[] logits = new float[tokens.size()];
        for (int i = 0; i < logits.length; i++) {
            logits[i] = tokens.get(i).of(text).equals(liked) ? logit : 0;
        }
        return new PassageScores(
                tokens.stream().mapToInt(Span::start).toArray(),
                tokens.stream().mapToInt(Span::end).toArray(),
                logits,
                logits,
                2,
                2,
                new Stance(0.2, 0.3, 0.5));
    }

    private static List<ReadPassage> read(String liked, float logit) {
        return PASSAGES.stream()
                .filter(passage -> !ARTICLE.isHeading(passage))
                .map(passage -> new ReadPassage(
                        "bridge",
                        ARTICLE,
                        passage,
                        0.5,
                        0.6,
                        scores(passage.span().of(TEXT), liked, logit)))
                .toList();
    }

    static AnswerPolicy policy() {
        return policy("chosen_odds");
    }

    /** @param again the sign by which those are chosen that are looked at again */
    private static AnswerPolicy policy(String again) {
        return new AnswerPolicy(new PolicyParameters(
                "made by hand",
                "none",
                new QuestionKinds(
                        Map.of(QuestionKinds.WORDS, new LogisticModel(List.of("0", "1"), List.of(2.0, 0.0), 0))),
                ReaderStates.NONE,
                new ChoiceModel(List.of("margin"), List.of(5.0), List.of("words_unknown"), List.of(1.0), 0),
                new ChoiceModel(List.of(again), List.of(9.0), List.of("none_odds"), List.of(1.0), 0),
                new BlendedModel(
                        new LogisticModel(List.of("chosen_odds"), List.of(2.0), 0),
                        new TreesModel(List.of(), List.of(), 0)),
                new LogisticModel(List.of("chosen_odds"), List.of(1.0), 0),
                new LogisticModel(List.of("alone_margin"), List.of(1.0), 0),
                new LogisticModel(List.of("after_question", "words_before"), List.of(0.0, 9.0), -1),
                YesNoTest.model(),
                0.8,
                0.5,
                0.9,
                0.6,
                0.7,
                0.4));
    }

    private static final WordEncoding ENCODING = new EncodedByHand(Map.of());

    private static Assessed assess(AnswerPolicy policy, List<ReadPassage> read, SentenceReading again) {
        return policy.assess(policy.see(QUESTION, read), again, ENCODING);
    }

    private static SentenceReading again(String liked, float logit) {
        return (question, surroundings, texts) ->
                texts.stream().map(text -> scores(text, liked, logit)).toList();
    }

    @Test
    void theSentenceThatTheReaderLikesIsChosenWithItsWords() {
        Assessed assessed = assess(policy(), read("1911", 6), again("1911", 6));

        RankedSentence best = assessed.best().orElseThrow();
        assertThat(best.text()).isEqualTo("The bridge was built in 1911.");
        assertThat(best.saidWords()).isEqualTo("1911");
        assertThat(assessed.isRefused()).isFalse();
        assertThat(assessed.isStated()).isTrue();
        assertThat(assessed.areWordsStated()).isTrue();
        assertThat(assessed.asks(QuestionKinds.WORDS)).isCloseTo(0.88, within(0.01));
    }

    @Test
    void aQuestionOfTheArticleIsNoAnswerWhereSomethingFollows() {
        String text = "May I bring a guest? Yes, one for a week.\n\n**And a dog?**\nNo.\n\nWhat is left?";
        ArticleWords article = new ArticleWords("Rules", text);
        List<ReadPassage> read = new PassageSplitter(words -> words.length(), 60)
                .split(text).stream()
                        .map(passage -> new ReadPassage(
                                "rules",
                                article,
                                passage,
                                0.5,
                                0.6,
                                scores(passage.span().of(text), "guest", 6)))
                        .toList();

        assertThat(CandidateSentence.of(read).stream().map(CandidateSentence::text))
                .contains("Yes, one for a week.", "What is left?")
                .noneMatch(sentence -> sentence.contains("guest") || sentence.contains("dog"));
    }

    @Test
    void theSharesOfAllSentencesAndOfNoneAddUp() {
        Assessed assessed = assess(policy(), read("1911", 2), again("1911", 2));

        double sum =
                assessed.ranked().stream().mapToDouble(RankedSentence::share).sum();

        assertThat(sum).isBetween(0.3, 1.0);
        assertThat(assessed.ranked()).hasSize(4);
    }

    @Test
    void whatTheReaderDoesNotFindIsRefused() {
        Assessed assessed = assess(policy(), read("nowhere", 6), again("nowhere", 6));

        assertThat(assessed.isRefused()).isTrue();
        assertThat(assessed.isStated()).isFalse();
        assertThat(assessed.best()).isPresent();
    }

    @Test
    void theSecondReadingDecidesAboutTheWords() {
        Assessed assessed = assess(policy(), read("1911", 6), again("nowhere", 6));

        assertThat(assessed.isRefused()).isFalse();
        assertThat(assessed.areWordsStated()).isFalse();
    }

    @Test
    void theSecondReadingMayPreferAnotherSentence() {
        Assessed assessed = assess(policy("alone_margin"), read("1911", 6), again("May", 6));

        assertThat(assessed.best().orElseThrow().text()).isEqualTo("A crack was found in May.");
    }

    @Test
    void theWordsOfTheQuestionMayPreferAnotherSentence() {
        Assessed assessed = assess(policy("match_sentence"), read("May", 6), again("May", 6));

        assertThat(assessed.best().orElseThrow().text()).isEqualTo("The bridge was built in 1911.");
    }

    @Test
    void aFurtherSentenceIsToldInTheArticlesOrder() {
        Assessed assessed = assess(policy(), read("1911", 6), again("1911", 6));

        assertThat(assessed.told().stream().map(RankedSentence::text))
                .containsExactly("The bridge was built in 1911.", "It rusted for years.");
    }

    @Test
    void nothingReadIsRefused() {
        Assessed assessed = assess(policy(), List.of(), again("1911", 6));

        assertThat(assessed.isRefused()).isTrue();
        assertThat(assessed.best()).isEmpty();
    }

    @Test
    void parametersForOtherSignsAreRefusedWithTheRemedy() {
        LogisticModel other = new LogisticModel(List.of("height"), List.of(1.0), 0);

        assertThatThrownBy(() -> other.probability(Map.of("margin", 1.0)))
                .hasMessageContaining("height")
                .hasMessageContaining("fit");
    }

    @Test
    void namesThatTheSentencesLackAreSeen() {
        AskedQuestion question = new AskedQuestion("When did Mr Zander visit in 1911?", "", new float[] {1, 0});
        Map<String, Double> seen = WeighedSentences.Seen.of(question, Map.of(), ReaderStates.NONE, read("1911", 6))
                .signs()
                .get(0);

        assertThat(seen.get("names_in_article")).isLessThan(1);
        assertThat(seen.get("names_in_sentence")).isGreaterThan(0);
        assertThat(seen.get("asks_time")).isEqualTo(1);
    }
}
