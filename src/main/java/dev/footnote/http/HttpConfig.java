package dev.footnote.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may reach the server, and how often. */
@ConfigMapping(prefix = "footnote.http")
interface HttpConfig {

    /** Names under which the server may be addressed besides loopback, IP addresses and the public URL's. */
    Optional<List<String>> allowedHosts();

    /** Other web sites whose pages may write here, such as {@code https://intranet.example.org}. */
    Optional<List<String>> allowedOrigins();

    /** Other web sites whose pages may hold the answer box, such as {@code https://www.example.org}: they may ask, no more. */
    Optional<List<String>> embedOrigins();

    /** Lets clients that are not on this machine add, replace and delete articles. A secret. */
    Optional<String> apiKey();

    /** Whether clients that are not on this machine need the key to read and ask, too. */
    @WithDefault("false")
    boolean privateReading();

    /** How long a link to a sentence, as in Slack, opens it without the key where reading needs one. */
    @WithDefault("168h")
    Duration linkLifetime();

    /** How long a stop waits for requests that are being answered. */
    @WithDefault("10s")
    Duration stopWithin();

    AcceptedTokens tokens();

    /** Whose tokens let clients in that have no key of ours; none where no issuer is named. */
    interface AcceptedTokens {

        /** Who makes them, as their claim {@code iss} has it. */
        Optional<String> issuer();

        /** Whom they must be made for, as their claim {@code aud} has it. */
        Optional<String> audience();

        /** The issuer's public keys, a JSON Web Key Set: a file, or an address that begins with {@code https://}. */
        Optional<String> keys();

        /** For how long the keys are taken as they were read. */
        @WithDefault("10m")
        Duration keysLifetime();

        /** The claim that says what a token lets its holder do; dots lead into claims within claims. */
        @WithDefault("scope")
        String claim();

        /** The word in it that stands for the scope {@code ask}. */
        @WithDefault("ask")
        String askWord();

        /** The word in it that stands for the scope {@code manage}. */
        @WithDefault("manage")
        String manageWord();
    }

    RateLimit rateLimit();

    /** How often one client may ask or write; direct loopback is exempt. */
    interface RateLimit {

        /** Requests in a period. */
        @WithDefault("60")
        int requests();

        @WithDefault("1m")
        Duration period();

        /** Clients that are counted separately at once; beyond that the least recent are forgotten. */
        @WithDefault("10000")
        int clients();
    }
}
