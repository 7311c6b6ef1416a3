package app.emaki.cameo;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Making a likeness on its page: the picture, the words typed or read aloud, and consent. */
@EmakiTest
class MakingTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestCameos stage;

    @Autowired
    JdbcClient jdbc;

    Viewer person;

    @BeforeEach
    void somebody() {
        person = stage.member("haru");
    }

    @Test
    void wordsReadAloudAreListenedToAndKeptSealedForTheirOwnerAlone() throws Exception {
        var words = HeardTests.voice(8, .2).wav();
        assertThat(make(Kind.PERSON, words, "")).hasStatus3xxRedirection();
        var cameo = jdbc.sql("select id from cameo where owner = ? and challenge = 'SPOKEN'")
                .param(person.id())
                .query(UUID.class)
                .single();
        var sealed = jdbc.sql("select sealed from cameo_voice where cameo = ?")
                .param(cameo)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("WAVE");
        assertThat(mvc.get().uri("/cameo/" + cameo + "/voice").with(signedInAs(person)))
                .hasStatusOk()
                .hasContentType("audio/wav");
        assertThat(mvc.get().uri("/cameo/" + cameo + "/voice").with(signedInAs(stage.member("other"))))
                .hasStatus(404);
        assertThat(mvc.get().uri("/cameo/" + cameo).with(signedInAs(person)))
                .bodyText()
                .contains("Words read aloud", "8 syllables or so");
        assertThat(mvc.delete()
                        .uri("/cameo/" + cameo)
                        .param("handle", person.handle())
                        .with(signedInAs(person))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select count(*) from cameo_voice where cameo = ?")
                        .param(cameo)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aRecordingWithoutAVoiceAndOtherWordsAreNoAnswer() throws Exception {
        assertThat(make(Kind.PERSON, HeardTests.voice(1, .2).wav(), ""))
                .hasStatusOk()
                .bodyText()
                .contains("There is less speech than four words take");
        assertThat(make(Kind.PERSON, HeardTests.voice(8, .2).wav(), "not the words"))
                .hasStatusOk()
                .bodyText()
                .contains("Those were not the words");
        assertThat(make(Kind.PERSON, null, "")).bodyText().contains("Those were not the words");
        assertThat(mvc.post()
                        .uri("/cameo/voices")
                        .multipart()
                        .file(new MockMultipartFile("voice", "w.wav", "audio/wav", new byte[50]))
                        .header("Accept-Language", "ja")
                        .with(signedInAs(person))
                        .with(csrf()))
                .bodyText()
                .contains("読み取れません", "\"fine\":false");
        assertThat(jdbc.sql("select count(*) from cameo where owner = ?")
                        .param(person.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCharacterWithAFaceIsNobodyRealOrNoCharacter() throws Exception {
        assertThat(make(Kind.CHARACTER, null, "")).hasStatusOk().bodyText().contains("There seems to be a face in it");
        assertThat(make(Kind.CHARACTER, null, "", "drawn", "true")).hasStatus3xxRedirection();
    }

    private MvcTestResult make(Kind kind, byte @Nullable [] voice, String typed, String... more) throws Exception {
        mvc.get().uri("/cameo/new").with(signedInAs(person)).exchange();
        var challenge = jdbc.sql(
                        "select id from cameo_challenge where account = ? and used_at is null order by expires_at desc, id desc limit 1")
                .param(person.id())
                .query(UUID.class)
                .single();
        var request = mvc.post()
                .uri("/cameo")
                .multipart()
                .file(new MockMultipartFile("picture", "me.jpg", "image/jpeg", PortraitPressTests.astronaut()));
        if (voice != null) {
            request = request.file(new MockMultipartFile("voice", "words.wav", "audio/wav", voice));
        }
        var form = request.header("Accept-Language", "en")
                .param("kind", kind.name())
                .param("name", "Haru")
                .param("handle", "cat" + person.handle().substring(4, 14))
                .param("look", kind == Kind.PERSON ? "WOMAN" : "CAT")
                .param("challengeId", challenge.toString())
                .param("typed", typed)
                .param("consent", "true");
        return (more.length == 0 ? form : form.param(more[0], more[1]))
                .with(signedInAs(person))
                .with(csrf())
                .exchange();
    }
}
