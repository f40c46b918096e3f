package dev.footnote.intent;

import dev.footnote.engine.Inquiry;
import dev.footnote.english.QuestionWords;
import dev.footnote.english.QuestionWords.QuestionWord;
import dev.footnote.english.WritingNouns;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A question with its vector and its likeness to the example phrases of each intent; it is encoded once. For one
 * thread.
 */
public final class EncodedQuestion {

    /** These are recognised by more than their phrases: words that are quoted or counted, a place that is named. */
    private static final Set<Intent> TOLD_BY_MORE =
            EnumSet.of(Intent.COUNT, Intent.QUOTATION, Intent.MENTIONS, Intent.PLACE);

    private final Inquiry inquiry;
    private final ExamplePhrases phrases;
    private final float[] vector;
    private final Map<Intent, Double> likeness = new EnumMap<>(Intent.class);

    public EncodedQuestion(Inquiry inquiry, ExamplePhrases phrases) {
        this.inquiry = inquiry;
        this.phrases = phrases;
        this.vector = phrases.vector(inquiry.question());
        for (Intent intent : Intent.values()) {
            likeness.put(intent, phrases.likeness(vector, intent));
        }
    }

    /** The inquiry with its question, turns and articles. */
    public Inquiry inquiry() {
        return inquiry;
    }

    /** Another question of the same person, about one article. */
    public EncodedQuestion about(String articleId, String question) {
        return new EncodedQuestion(new Inquiry(question, inquiry.turns(), List.of(articleId), inquiry.topK()), phrases);
    }

    /** The same question in other words. */
    EncodedQuestion reworded(String question) {
        return new EncodedQuestion(
                new Inquiry(question, inquiry.turns(), inquiry.articleIds(), inquiry.topK()), phrases);
    }

    /** The encoder's vector of the question, of {@link dev.footnote.model.Encoder#DIMENSION} numbers. */
    public float[] vector() {
        return vector;
    }

    /** The text of the question, without the turns before it. */
    public String text() {
        return inquiry.question();
    }

    /** Whether the question can mean something that was said before, "it". */
    public boolean mayPointBack() {
        return inquiry.turns().stream().anyMatch(turn -> !turn.said().isEmpty())
                && QuestionWords.of(text()).stream().anyMatch(QuestionWords::points);
    }

    /** How alike the question is to an intent's phrases. */
    public double likeness(Intent intent) {
        return likeness.getOrDefault(intent, 0.0);
    }

    /** How alike other words are to an intent's phrases: the question's, with a gap in them. Encodes them. */
    public double likeness(Intent intent, String words) {
        return phrases.likeness(phrases.vector(words), intent);
    }

    /** Whether the question is at least so much like an intent's phrases, and not more like those of another. */
    public boolean wants(Intent intent, double atLeast) {
        return likeness(intent) >= atLeast
                && likeness.entrySet().stream()
                        .filter(each -> !TOLD_BY_MORE.contains(each.getKey())
                                && (each.getKey() != Intent.DOUBT
                                        || !inquiry.turns().isEmpty()))
                        .max(Comparator.comparingDouble(Map.Entry::getValue))
                        .filter(best -> best.getKey() == intent)
                        .isPresent();
    }

    /** The question's words that neither the intent's phrases use nor any question may have: what it is about. */
    public List<QuestionWord> ownWords(Intent intent) {
        return QuestionWords.in(text()).stream()
                .filter(word -> !QuestionWords.isEmpty(word.text())
                        && !QuestionWords.points(word.text())
                        && !phrases.uses(intent, word.text()))
                .toList();
    }

    /**
     * Whether the question says nothing but what the intent's phrases say, and at least one word that tells: "Who gave it?"
     * is much like "Who wrote it?", but every word of it could be in any question.
     */
    public boolean saysOnly(Intent intent) {
        return ownWords(intent).isEmpty() && tells(intent);
    }

    /** Whether any word of the question is one that the intent's phrases use and not every question may have. */
    public boolean tells(Intent intent) {
        return QuestionWords.of(text()).stream()
                .anyMatch(word -> !QuestionWords.isEmpty(word)
                        && !QuestionWords.points(word)
                        && !WritingNouns.contains(word)
                        && phrases.uses(intent, word));
    }

    /** Whether any word of the question that says something is used by the intent's phrases, "article" among them. */
    public boolean sharesWord(Intent intent) {
        return sharesWord(intent, Set.of());
    }

    /** As {@link #sharesWord(Intent)}, some words left out. */
    public boolean sharesWord(Intent intent, Set<String> but) {
        return QuestionWords.of(text()).stream()
                .anyMatch(word -> !QuestionWords.isEmpty(word)
                        && !QuestionWords.points(word)
                        && phrases.uses(intent, word)
                        && !but.contains(word));
    }

    /** What is to be said to the phrase that the question is most alike to; empty where nothing is. */
    public String reply(Intent intent) {
        return phrases.reply(vector, intent);
    }
}
