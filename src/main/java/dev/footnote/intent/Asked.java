package dev.footnote.intent;

import dev.footnote.engine.Inquiry;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.QuestionWords.Word;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An inquiry with what example phrases tell of its question, which is encoded once. For one thread. */
public final class Asked {

    /** From this likeness on the phrases decide, whatever the articles say; measured on the development questions. */
    public static final double SURE = 0.76;

    /** From this likeness on they decide where the reader finds no confident answer. */
    public static final double PERHAPS = 0.65;

    /** These are told by more than their phrases: words that are quoted or counted, a place that is named. */
    private static final Set<Wish> TOLD_BY_MORE = EnumSet.of(Wish.COUNT, Wish.QUOTATION, Wish.PLACE);

    /** Any question may name what it is asked about, and that tells nothing. */
    private static final Set<String> UNTELLING =
            Set.of("article", "text", "story", "piece", "document", "report", "page", "post", "paper");

    private final Inquiry inquiry;
    private final ExamplePhrases phrases;
    private final float[] vector;
    private final Map<Wish, Double> likeness = new EnumMap<>(Wish.class);

    public Asked(Inquiry inquiry, ExamplePhrases phrases) {
        this.inquiry = inquiry;
        this.phrases = phrases;
        this.vector = phrases.vector(inquiry.question());
        for (Wish wish : Wish.values()) {
            likeness.put(wish, phrases.likeness(vector, wish));
        }
    }

    /** What was asked, and from where. */
    public Inquiry inquiry() {
        return inquiry;
    }

    /** Another question of the same person, about one article. */
    public Asked about(String articleId, String question) {
        return new Asked(new Inquiry(question, inquiry.turns(), List.of(articleId), inquiry.topK()), phrases);
    }

    /** The encoder's vector of the question, of {@link dev.footnote.model.Encoder#DIMENSION} numbers. */
    public float[] vector() {
        return vector;
    }

    /** The question alone. */
    public String question() {
        return inquiry.question();
    }

    /** Whether the question can mean something that was said before, "it". */
    public boolean mayPointBack() {
        return inquiry.turns().stream().anyMatch(turn -> !turn.said().isEmpty())
                && QuestionWords.of(question()).stream().anyMatch(QuestionWords::points);
    }

    /** How alike the question is to a wish's phrases. */
    public double likeness(Wish wish) {
        return likeness.getOrDefault(wish, 0.0);
    }

    /** How alike other words are to a wish's phrases: the question's, with a gap in them. Encodes them. */
    public double likeness(Wish wish, String words) {
        return phrases.likeness(phrases.vector(words), wish);
    }

    /** Whether the question is at least so much like a wish's phrases, and not more like those of another. */
    public boolean wants(Wish wish, double atLeast) {
        return likeness(wish) >= atLeast
                && likeness.entrySet().stream()
                        .filter(each -> !TOLD_BY_MORE.contains(each.getKey())
                                && (each.getKey() != Wish.DOUBT
                                        || !inquiry.turns().isEmpty()))
                        .max(Comparator.comparingDouble(Map.Entry::getValue))
                        .filter(best -> best.getKey() == wish)
                        .isPresent();
    }

    /** The question's words that neither the wish's phrases use nor any question may have: what it is about. */
    public List<Word> ownWords(Wish wish) {
        return QuestionWords.in(question()).stream()
                .filter(word -> !QuestionWords.isEmpty(word.text())
                        && !QuestionWords.points(word.text())
                        && !phrases.uses(wish, word.text()))
                .toList();
    }

    /**
     * Whether the question says nothing but what the wish's phrases say, and at least one word that tells: "Who gave it?"
     * is much like "Who wrote it?", but every word of it could be in any question.
     */
    public boolean saysOnly(Wish wish) {
        return ownWords(wish).isEmpty() && tells(wish);
    }

    /** Whether any word of the question is one that the wish's phrases use and not every question may have. */
    public boolean tells(Wish wish) {
        return QuestionWords.of(question()).stream()
                .anyMatch(word -> !QuestionWords.isEmpty(word)
                        && !QuestionWords.points(word)
                        && !UNTELLING.contains(word)
                        && phrases.uses(wish, word));
    }

    /** Whether any word of the question that says something is used by the wish's phrases, "article" among them. */
    public boolean sharesWord(Wish wish) {
        return sharesWord(wish, Set.of());
    }

    /** As {@link #sharesWord(Wish)}, some words left out. */
    public boolean sharesWord(Wish wish, Set<String> but) {
        return QuestionWords.of(question()).stream()
                .anyMatch(word -> !QuestionWords.isEmpty(word)
                        && !QuestionWords.points(word)
                        && phrases.uses(wish, word)
                        && !but.contains(word));
    }

    /** What is to be said to the phrase that the question is most alike to; empty where nothing is. */
    public String reply(Wish wish) {
        return phrases.reply(vector, wish);
    }
}
