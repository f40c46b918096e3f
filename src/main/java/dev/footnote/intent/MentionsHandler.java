package dev.footnote.intent;

import dev.footnote.article.Article;
import dev.footnote.engine.Inquiry;
import dev.footnote.engine.Reply;
import dev.footnote.english.Sentence;
import dev.footnote.model.Encoder;
import dev.footnote.model.Similarity;
import dev.footnote.retrieval.RetrievedPassage;
import dev.footnote.retrieval.Retriever;
import dev.footnote.text.Span;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.IntStream;

/**
 * "Where else does it mention 'the wooden hammer'?": the sentences that have these words; where they stand only once, the
 * sentences that are most like that one.
 */
@Singleton
public class MentionsHandler implements IntentHandler {

    private static final int MOST_SENTENCES = 12;
    private static final int MOST_ALIKE = 3;

    /** So many passages are looked through for sentences that are alike. */
    private static final int PASSAGES = 6;

    private final ArticleChoice choice;
    private final Retriever retriever;
    private final Encoder encoder;

    MentionsHandler(ArticleChoice choice, Retriever retriever, Encoder encoder) {
        this.choice = choice;
        this.retriever = retriever;
        this.encoder = encoder;
    }

    /** A sentence, and what is to be marked in it. */
    private record Mention(Article article, Sentence sentence, Span words) {

        Reply.Piece piece() {
            return new Reply.Piece(
                    sentence.span().of(article.text()), List.of(Sentences.evidence(article, sentence, words)));
        }
    }

    @Override
    public Optional<Reply> answer(EncodedQuestion question) {
        Matcher quoted = QuotationHandler.QUOTED.matcher(question.text());
        if (!quoted.find()) {
            return Optional.empty();
        }
        String words = QuotationHandler.quoted(quoted);
        EncodedQuestion frame = question.reworded(quoted.replaceFirst("this"));
        double likeness = frame.likeness(Intent.MENTIONS);
        boolean isFor = likeness >= Thresholds.MENTIONS
                && likeness > frame.likeness(Intent.QUOTATION)
                && likeness > frame.likeness(Intent.COUNT)
                && frame.ownWords(Intent.MENTIONS).isEmpty();
        return isFor ? find(words, question.inquiry()) : Optional.empty();
    }

    private Optional<Reply> find(String words, Inquiry inquiry) {
        List<Mention> mentions = new ArrayList<>();
        for (Article article : choice.articles(inquiry)) {
            List<Span> places = Occurrences.of(words, article.text());
            if (places.isEmpty()) {
                continue;
            }
            for (Sentence sentence : Sentences.of(article)) {
                places.stream()
                        .filter(place -> place.overlaps(sentence.span()))
                        .findFirst()
                        .map(place -> within(sentence.span(), place))
                        .ifPresent(place -> mentions.add(new Mention(article, sentence, place)));
            }
        }
        return switch (mentions.size()) {
            case 0 -> Optional.empty();
            case 1 -> alike(mentions.get(0), inquiry);
            default -> Optional.of(reply(mentions));
        };
    }

    /** The part of a place that lies in a sentence; words can run on into the next one. */
    private static Span within(Span sentence, Span place) {
        return new Span(Math.max(sentence.start(), place.start()), Math.min(sentence.end(), place.end()));
    }

    private static Reply reply(List<Mention> mentions) {
        List<Reply.Piece> pieces = new ArrayList<>();
        pieces.add(new Reply.Piece(mentions.size() + " sentences have these words:", List.of()));
        mentions.stream().limit(MOST_SENTENCES).map(Mention::piece).forEach(pieces::add);
        Reply reply = Reply.summary(pieces);
        return mentions.size() <= MOST_SENTENCES
                ? reply
                : reply.warning("The first " + MOST_SENTENCES + " are shown. Quote more words to find fewer.");
    }

    /** The sentences that are most like the only one that has the words: these are often too few to be like anything. */
    private Optional<Reply> alike(Mention only, Inquiry inquiry) {
        String sought = only.sentence().span().of(only.article().text());
        List<RetrievedPassage> passages = retriever.retrieve(sought, Set.copyOf(inquiry.articleIds()), PASSAGES);
        List<Mention> others = passages.stream()
                .flatMap(passage -> passage.passage().sentences().stream()
                        .filter(sentence ->
                                !(only.article().id().equals(passage.article().id())
                                        && only.sentence().span().equals(sentence.span())))
                        .map(sentence -> new Mention(passage.article(), sentence, sentence.span())))
                .distinct()
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<Reply.Piece> pieces = new ArrayList<>();
        pieces.add(new Reply.Piece("No other sentence has these words. Most like the one that has:", List.of()));
        nearest(sought, others).forEach(mention -> pieces.add(mention.piece()));
        return Optional.of(Reply.summary(pieces));
    }

    private List<Mention> nearest(String sentence, List<Mention> mentions) {
        float[] sought = encoder.encode(List.of(sentence)).get(0);
        List<float[]> vectors = encoder.encode(mentions.stream()
                .map(mention -> mention.sentence().span().of(mention.article().text()))
                .toList());
        return IntStream.range(0, mentions.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer at) -> Similarity.cosine(sought, vectors.get(at)))
                        .reversed())
                .limit(MOST_ALIKE)
                .map(mentions::get)
                .toList();
    }
}
