package dev.footnote.reading;

import dev.footnote.answer.Form;
import dev.footnote.answer.Support;
import dev.footnote.engine.Evidence;
import dev.footnote.engine.Reply;
import dev.footnote.english.StandaloneWords;
import dev.footnote.model.ClaimJudge;
import dev.footnote.model.Judging;
import dev.footnote.text.Span;
import dev.footnote.verification.Verification;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;

/**
 * Words the answer to a part of a question: "Yes" or "No" with the deciding sentence, a few words, or one to three
 * sentences. Safe for use by several threads.
 */
@Singleton
public class AnswerWriter {

    /** Whoever asks for a few words does not want to read more than these. */
    private static final int MOST_WORDS_FOR_WORDS = 60;

    private final PassageReading reading;
    private final Judging judge;
    private final ToDoubleBiFunction<String, String> support;
    private final ReadingConfig config;

    @Inject
    AnswerWriter(PassageReading reading, ClaimJudge judge, Verification verification, ReadingConfig config) {
        this(
                reading,
                judge,
                (claim, sentence) ->
                        verification.verify(claim, List.of(sentence)).score(),
                config);
    }

    /** @param support the probability that a sentence, the second, supports a claim, the first */
    AnswerWriter(
            PassageReading reading, Judging judge, ToDoubleBiFunction<String, String> support, ReadingConfig config) {
        this.reading = reading;
        this.judge = judge;
        this.support = support;
        this.config = config;
    }

    /** What is said to a part of which at least one sentence was read. */
    PartAnswer write(ReadPart read) {
        Assessed assessed = read.assessed();
        RankedSentence best = assessed.ranked().get(0);
        String question = read.part().question().text();
        boolean isYesNo = YesNo.isYesNo(question);
        if (isYesNo && !YesNo.saysItself(best.text())) {
            YesNo.Decision decision = decide(question, best, assessed.answers());
            if (decision != YesNo.Decision.OPEN) {
                Reply.Piece piece = new Reply.Piece(
                        decision.say(best.text()), List.of(cite(read, best, best.place(), assessed.answers())));
                return new PartAnswer(List.of(piece), Form.VERDICT, assessed.answers(), assessed.isStated());
            }
        }
        Optional<Span> standing = StandaloneWords.of(
                best.read().article().text(), best.place(), best.words().span(), question);
        if (!config.refuse()) {
            // For measuring: the reader's own words, however unsure.
            return words(read, best, standing.orElse(best.words().span()));
        }
        boolean asksForWords = assessed.asksForWords();
        if (assessed.areWordsSure() && asksForWords && standing.isPresent() && !isYesNo) {
            return words(read, best, standing.get());
        }
        List<Reply.Piece> pieces = told(assessed, asksForWords).stream()
                .map(each -> new Reply.Piece(
                        each.text(),
                        List.of(cite(
                                read,
                                each,
                                asksForWords && each.equals(best) ? standing.orElse(each.place()) : each.place(),
                                each.equals(best) ? assessed.answers() : each.answers()))))
                .toList();
        return new PartAnswer(pieces, Form.SENTENCES, assessed.answers(), assessed.isStated());
    }

    private static PartAnswer words(ReadPart read, RankedSentence best, Span words) {
        Assessed assessed = read.assessed();
        Reply.Piece piece = new Reply.Piece(
                words.of(best.read().article().text()), List.of(cite(read, best, words, assessed.wordsRight())));
        return new PartAnswer(List.of(piece), Form.WORDS, assessed.wordsRight(), assessed.areWordsStated());
    }

    /** The likeliest sentence and those that are likely right besides it, in the article's order. */
    private static List<RankedSentence> told(Assessed assessed, boolean briefly) {
        RankedSentence first = assessed.ranked().get(0);
        if (length(first) == 1) {
            // "No." alone: what follows says why.
            return Stream.concat(Stream.of(first), following(assessed, first)).toList();
        }
        if (!briefly) {
            return assessed.told();
        }
        List<RankedSentence> kept = new ArrayList<>(assessed.best().stream().toList());
        int words = kept.stream().mapToInt(AnswerWriter::length).sum();
        for (RankedSentence each : assessed.further()) {
            words += length(each);
            if (words <= MOST_WORDS_FOR_WORDS) {
                kept.add(each);
            }
        }
        return assessed.told().stream().filter(kept::contains).toList();
    }

    private static Stream<RankedSentence> following(Assessed assessed, RankedSentence first) {
        return assessed.ranked().stream()
                .filter(each -> each.read().passage().equals(first.read().passage())
                        && each.place().start() >= first.place().end())
                .min(Comparator.comparing(each -> each.place().start()))
                .stream();
    }

    /** How many words a sentence has. */
    private static int length(RankedSentence sentence) {
        int words = 0;
        boolean inside = false;
        String text = sentence.text();
        for (int i = 0; i < text.length(); i++) {
            boolean letter = !Character.isWhitespace(text.charAt(i));
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }

    /** Whether "Yes" or "No" may stand before the sentence: by what reader and judge, asked twice, and the check say. */
    private YesNo.Decision decide(String question, RankedSentence best, double answers) {
        String claim = YesNo.claim(question);
        return reading.decide(
                question,
                best.text(),
                new YesNo.Scores(
                        best.stance(),
                        reading.readAlone(claim, best.text()).stance(),
                        judge.judge(question, best.text()),
                        judge.judge(claim, best.text()),
                        support.applyAsDouble(claim, best.text()),
                        answers));
    }

    private static Evidence cite(ReadPart read, RankedSentence sentence, Span words, double probability) {
        return read.evidence(sentence, words, probability, Support.SUPPORTED, probability);
    }
}
