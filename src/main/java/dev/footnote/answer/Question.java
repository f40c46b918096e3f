package dev.footnote.answer;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, checked: whatever door it came through, it keeps the limits of the contract.
 *
 * @param text trimmed; 1 to {@value #LONGEST} UTF-16 code units
 * @param conversationId 1 to 128 of {@code [A-Za-z0-9._-]}
 * @param articleIds the articles to look in; empty means all
 * @param engine which engine is to answer; null means the configured one
 * @param topK how many passages are read, 1 to {@value #MOST_PASSAGES}; null means the configured number
 * @param turns the turns before it, the oldest first, where whoever asks knows them; empty means those that are kept of
 *     the conversation
 * @param replaces the message id of an earlier answer of the conversation that the new one takes the place of: the
 *     question is asked again, after the turns before that one; null means a new turn
 */
public record Question(
        String text,
        String conversationId,
        List<String> articleIds,
        @Nullable String engine,
        @Nullable Integer topK,
        List<Turn> turns,
        @Nullable String replaces) {

    /** The longest question, in UTF-16 code units after trimming. */
    public static final int LONGEST = 2_000;

    /** The most passages that are read for one question. */
    public static final int MOST_PASSAGES = 20;

    private static final Pattern CONVERSATION_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");

    /**
     * @throws InvalidQuestionException if anything is outside its limits; the message names it and the limit
     */
    public Question {
        text = text.strip();
        if (text.isEmpty()) {
            throw new InvalidQuestionException("The question is empty. Send some text in \"question\".");
        }
        if (text.length() > LONGEST) {
            throw new InvalidQuestionException("The question has " + text.length()
                    + " characters; the limit is 2,000 UTF-16 units after trimming. Shorten it.");
        }
        if (!isWellFormed(text)) {
            throw new InvalidQuestionException(
                    "The question holds half of a surrogate pair. Send well-formed Unicode.");
        }
        if (!CONVERSATION_ID.matcher(conversationId).matches()) {
            throw new InvalidQuestionException(
                    "\"conversation_id\" must be 1 to 128 characters of A-Z, a-z, 0-9, '.', '_' and '-'.");
        }
        if (topK != null && (topK < 1 || topK > MOST_PASSAGES)) {
            throw new InvalidQuestionException("\"top_k\" must be from 1 to 20, not " + topK + ".");
        }
        articleIds = List.copyOf(articleIds);
        turns = List.copyOf(turns);
    }

    /** A question whose turns before are those that are kept of its conversation. */
    public Question(
            String text,
            String conversationId,
            List<String> articleIds,
            @Nullable String engine,
            @Nullable Integer topK) {
        this(text, conversationId, articleIds, engine, topK, List.of(), null);
    }

    /** A question of its own, to all articles. */
    public static Question of(String text) {
        return new Question(text, newConversationId(), List.of(), null, null);
    }

    /** A question of its own, to all articles, after turns that are not kept. */
    public static Question after(List<Turn> turns, String text) {
        return new Question(text, newConversationId(), List.of(), null, null, turns, null);
    }

    /** The same, for another engine. */
    public Question by(String other) {
        return new Question(text, conversationId, articleIds, other, topK, turns, replaces);
    }

    /** The same, asked again: its answer takes the place of that one. */
    public Question inPlaceOf(@Nullable String messageId) {
        return new Question(text, conversationId, articleIds, engine, topK, turns, messageId);
    }

    /** A lone surrogate has no place in UTF-8: it could neither be kept nor be sent back. */
    private static boolean isWellFormed(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /** An id that no conversation has yet. */
    public static String newConversationId() {
        return UUID.randomUUID().toString();
    }
}
