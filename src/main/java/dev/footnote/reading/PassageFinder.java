package dev.footnote.reading;

import dev.footnote.answer.Citation;
import dev.footnote.answer.Turn;
import dev.footnote.engine.Inquiry;
import dev.footnote.model.Encoder;
import dev.footnote.model.SpanReader;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.text.Span;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what there is to read for a question: for each of its parts, in each of the ways in which the part can be
 * understood. Safe for use by several threads.
 */
@Singleton
public class PassageFinder {

    /** A passage that was cited before comes along if it is among so many. */
    private static final int CITED_AMONG = 50;

    private final Retrieval retrieval;
    private final Function<String, float[]> encoder;
    private final SentenceReading reading;
    private final int usualLimit;
    private final ArticleWordsCache words;

    /** Finds the passages that fit a question, as {@link Retriever#retrieve} does. */
    @FunctionalInterface
    interface Retrieval {
        List<RetrievedPassage> retrieve(String question, Set<String> articleIds, int limit);
    }

    @Inject
    PassageFinder(Retriever retriever, Encoder encoder, SpanReader reader, ArticleWordsCache words) {
        this(
                retriever::retrieve,
                text -> encoder.encode(List.of(text)).get(0),
                reader::score,
                retriever.usualLimit(),
                words);
    }

    PassageFinder(
            Retrieval retrieval,
            Function<String, float[]> encoder,
            SentenceReading reading,
            int usualLimit,
            ArticleWordsCache words) {
        this.retrieval = retrieval;
        this.encoder = encoder;
        this.reading = reading;
        this.usualLimit = usualLimit;
        this.words = words;
    }

    /**
     * All that there is to read for a question, without reading it.
     *
     * @param vector the encoder's vector of the question
     */
    public List<RetrievedPassage> find(Inquiry inquiry, float[] vector) {
        return QuestionParts.named(inquiry.question()).stream()
                .flatMap(part -> ways(part.question(), inquiry, vector).stream())
                .flatMap(way -> way.passages().stream())
                .distinct()
                .toList();
    }

    /** As {@link #find(Inquiry, float[])}, for a question that was not encoded yet. */
    public List<RetrievedPassage> find(Inquiry inquiry) {
        return find(inquiry, vector(inquiry.question()));
    }

    /**
     * The ways in which a part of a question can be understood, the likeliest first: by itself; with what the turns before
     * put in the place of its pronouns; or, where that cannot be said in a question, read after them.
     *
     * @param vector the encoder's vector of the whole question
     */
    List<PartRetrieval> ways(String part, Inquiry inquiry, float[] vector) {
        float[] ofPart = part.equals(inquiry.question()) ? vector : vector(part);
        FollowUp followUp = FollowUp.context(inquiry.turns()).isEmpty() ? FollowUp.STANDS_ALONE : FollowUp.of(part);
        List<PartRetrieval> ways = new ArrayList<>();
        if (followUp != FollowUp.LEANS) {
            ways.add(new PartRetrieval(new AskedQuestion(part, "", ofPart), retrieve(part, inquiry), null));
        }
        if (followUp != FollowUp.STANDS_ALONE) {
            ways.add(FollowUpRewriter.rewrite(part, inquiry.turns())
                    .map(rewritten -> new PartRetrieval(
                            new AskedQuestion(rewritten, "", vector(rewritten)),
                            retrieve(rewritten, inquiry),
                            rewritten))
                    .orElseGet(() -> after(part, inquiry, ofPart)));
        }
        return ways;
    }

    /**
     * What was said in a turn: of a sentence that was shown the words that answer. The reader was trained to see a few words
     * there, and takes what else the sentence says for said already.
     */
    private String briefly(Turn turn) {
        boolean isSentence = turn.citations().size() == 1
                && turn.citations().get(0).citedText().equals(turn.said());
        return isSentence
                ? reading.score(turn.question(), List.of(""), List.of(turn.said()))
                        .get(0)
                        .best()
                        .map(best -> best.span().of(turn.said()))
                        .orElse(turn.said())
                : turn.said();
    }

    private List<RetrievedPassage> retrieve(String question, Inquiry inquiry) {
        int limit = limit(inquiry);
        return withoutHeadings(retrieval.retrieve(question, Set.copyOf(inquiry.articleIds()), 2 * limit)).stream()
                .limit(limit)
                .toList();
    }

    private PartRetrieval after(String part, Inquiry inquiry, float[] vector) {
        String context = FollowUp.context(inquiry.turns(), this::briefly);
        List<RetrievedPassage> ranked =
                withoutHeadings(retrieval.retrieve(context + part, Set.copyOf(inquiry.articleIds()), CITED_AMONG));
        return new PartRetrieval(
                new AskedQuestion(part, context, vector), withCited(ranked, limit(inquiry), inquiry.turns()), null);
    }

    private int limit(Inquiry inquiry) {
        Integer topK = inquiry.topK();
        return topK == null ? usualLimit : topK;
    }

    private float[] vector(String text) {
        return encoder.apply(text);
    }

    private List<RetrievedPassage> withoutHeadings(List<RetrievedPassage> passages) {
        return passages.stream()
                .filter(each -> !words.of(each.article()).isHeading(each.passage()))
                .toList();
    }

    /** The best passages, and those further down that the turn before cited. */
    private static List<RetrievedPassage> withCited(List<RetrievedPassage> ranked, int limit, List<Turn> turns) {
        List<Citation> cited = turns.get(turns.size() - 1).citations();
        List<RetrievedPassage> taken = new ArrayList<>();
        for (RetrievedPassage passage : ranked) {
            boolean carried = cited.stream()
                    .anyMatch(citation ->
                            citation.documentId().equals(passage.article().id())
                                    && passage.passage()
                                            .span()
                                            .overlaps(new Span(citation.startCharIndex(), citation.endCharIndex())));
            if (taken.size() < limit || carried) {
                taken.add(passage);
            }
        }
        return taken;
    }
}
