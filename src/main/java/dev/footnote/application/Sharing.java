package dev.footnote.application;

import dev.footnote.answer.Answer;
import dev.footnote.answer.UnverifiedText;
import dev.footnote.answer.VerifiedText;
import dev.footnote.conversation.Conversations;
import dev.footnote.conversation.KeptCheck;
import dev.footnote.conversation.KeptChecks;
import dev.footnote.conversation.Share;
import dev.footnote.conversation.Shares;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps copies of conversations, and checked texts, for whoever has their link. Safe for use by several threads. */
@Singleton
public class Sharing {

    private final Conversations conversations;
    private final Shares shares;
    private final KeptChecks checks;
    private final Links links;
    private final Clock clock;

    Sharing(Conversations conversations, Shares shares, KeptChecks checks, Links links, Clock clock) {
        this.conversations = conversations;
        this.shares = shares;
        this.checks = checks;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Keeps a copy of a conversation as it is now, for whoever has its link.
     *
     * @return the link, relative unless a public address is configured; empty if there is no such conversation
     */
    public Optional<String> share(String conversationId) {
        List<Answer> turns = conversations.turns(conversationId);
        if (turns.isEmpty()) {
            return Optional.empty();
        }
        // Random, from a source that cannot be predicted: the id is all that protects what is shared.
        Share share = new Share(UUID.randomUUID().toString(), clock.instant(), turns);
        shares.keep(share);
        return Optional.of(links.to(share));
    }

    /** Keeps a checked text for whoever has its link, and returns it with that link. */
    public VerifiedText keep(UnverifiedText given, VerifiedText verified) {
        KeptCheck check = new KeptCheck(UUID.randomUUID().toString(), clock.instant(), given, verified);
        checks.keep(check);
        return verified.keptAt(links.to(check));
    }
}
