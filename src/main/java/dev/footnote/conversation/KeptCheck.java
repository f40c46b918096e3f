package dev.footnote.conversation;

import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedText;
import java.time.Instant;

/**
 * A checked text that someone kept, as it was judged then.
 *
 * @param id cannot be guessed: whoever has it may read the check
 * @param checkedAt when
 * @param given the text, and the articles that it was held against
 * @param verified what came of it
 */
public record KeptCheck(String id, Instant checkedAt, UnverifiedText given, VerifiedText verified) {}
