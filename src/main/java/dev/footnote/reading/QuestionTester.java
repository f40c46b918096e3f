package dev.footnote.reading;

import dev.footnote.article.Article;
import dev.footnote.english.Sentence;
import dev.footnote.model.Encoder;
import dev.footnote.model.Nearness;
import dev.footnote.passage.Passage;
import dev.footnote.retrieval.RetrievedPassage;
import jakarta.inject.Singleton;
import java.util.List;

/** Tests whether a question that was made of a sentence is answered by it. Safe for use by several threads. */
@Singleton
public class QuestionTester {

    /** The sentence was found for sure, so its rank and its likeness to the question are those of a good find. */
    private static final double RANK = 1;

    /** Words that are nearly the whole sentence are no answer to a question for words that was made of it. */
    private static final double MOST_OF_THE_SENTENCE = 0.9;

    private final PassageReading reading;
    private final Encoder encoder;

    QuestionTester(PassageReading reading, Encoder encoder) {
        this.reading = reading;
        this.encoder = encoder;
    }

    /**
     * Whether a question is answered, surely, by one sentence of an article.
     *
     * @param sentence the one that it was made of
     */
    public boolean isAnswered(Article article, String question, Sentence sentence) {
        RetrievedPassage found =
                new RetrievedPassage(article, new Passage(List.of(sentence)), RANK, Nearness.GOOD_FIND);
        float[] vector = encoder.encode(List.of(question)).get(0);
        Assessed assessed = reading.read(
                        new PartRetrieval(new AskedQuestion(question, "", vector), List.of(found), null))
                .assessed();
        return !assessed.isRefused()
                && assessed.best()
                        .filter(best -> !assessed.asksForWords()
                                || best.words().margin() > 0
                                        && best.saidWords().length()
                                                < MOST_OF_THE_SENTENCE
                                                        * found.text().length())
                        .isPresent();
    }
}
