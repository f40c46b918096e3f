package dev.footnote.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be believed of what a file says of itself. */
class MetadataTest {

    private static final Instant READ = Instant.parse("2025-06-15T22:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Updated",
                "Web Team",
                "anonymous",
                "Unknown",
                "admin",
                "the editors",
                "Microsoft Office User",
                "desk@paper.example",
                "https://paper.example/people/ann-lee",
                "www.paper.example",
                "@annlee",
                "{{ page.author }}",
                "[object Object]",
                "%author%",
                "user1",
                "jdoe",
                "12 Mill Lane, Ely",
                "---"
            })
    void noAuthorIsNamed(String said) {
        assertThat(new Metadata(said, null, null).credible(READ).author()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Lee | Ann Lee",
                "By Ann Lee | Ann Lee",
                "Ann Lee <ann@paper.example> | Ann Lee",
                "Ann Lee, ann@paper.example | Ann Lee",
                "bell hooks | bell hooks",
                "World Health Organization | World Health Organization",
                "Byron Webb | Byron Webb",
                "李明 | 李明"
            })
    void authorIsKept(String said, String author) {
        assertThat(new Metadata(said, null, null).credible(READ).author()).isEqualTo(author);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-02-30 | ",
                "2024-13-01 | ",
                "0000-00-00 | ",
                "0001-01-01T00:00:00Z | ",
                "1970-01-01T00:00:00Z | ",
                "2025-06-17 | ",
                "31 April 2020 | ",
                "June 31st, 2020 | ",
                "32/01/2020 | ",
                "Updated | ",
                "3 hours ago | ",
                "yesterday | ",
                "{{ page.date }} | ",
                "2025-06-16 | 2025-06-16",
                "2024-02-29T10:00:00+01:00 | 2024-02-29T10:00:00+01:00",
                "20240229 | 20240229",
                "29/02/2024 | 29/02/2024",
                "02/29/2024 | 02/29/2024",
                "4 May 2021 | 4 May 2021",
                "Tue, 4 May 2021 10:00:00 GMT | Tue, 4 May 2021 10:00:00 GMT",
                "May 4, 2021 at 10:30 | May 4, 2021 at 10:30",
                "May 2021 | May 2021",
                "1999 | 1999"
            })
    void datesThatCanBeAreKept(String said, @Nullable String date) {
        assertThat(new Metadata(null, said, null).credible(READ).date()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/news/1 | ",
                "file:///home/a.html | ",
                "about:blank | ",
                "http://localhost:8080/a | ",
                "https://paper.example/a | https://paper.example/a",
                "The Daily Paper | The Daily Paper"
            })
    void sourcesThatLeadSomewhereAreKept(String said, @Nullable String source) {
        assertThat(new Metadata(null, null, said).credible(READ).source()).isEqualTo(source);
    }
}
