package app.emaki.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FilmPrintTests {
    private static final int TILES = 12;
    private static final int SIDE = 90;

    @Test
    void aFilmThatWasWrittenAnewIsTheSame() {
        var random = new Random(7);
        var film = random.longs(TILES).boxed().toList();
        var anew = film.stream()
                .map(hash -> hash ^ 1L << random.nextInt(64) ^ 1L << random.nextInt(64))
                .toList();
        assertThat(FilmPrint.twins(film, anew)).isTrue();
        assertThat(FilmPrint.twins(film.subList(2, 8), anew)).as("a part of it").isTrue();
        assertThat(FilmPrint.twins(film, random.longs(TILES).boxed().toList())).isFalse();
    }

    @Test
    void aBlackPictureIsLikeNoOther() {
        var dark = LongStream.of(0b111111, 0b111111L << 20, 0b111111L << 40)
                .boxed()
                .toList();
        assertThat(FilmPrint.twins(dark, List.of(0L, -1L))).isFalse();
    }

    @Test
    void twoDarkFilmsFromAFixedCameraAreTwoFilms() {
        var moon = night(tile -> 12, tile -> 10 + tile % 3);
        var boat = night(tile -> 50, tile -> 60 + tile % 3);
        assertThat(FilmPrint.twins(moon, boat)).isFalse();
        assertThat(FilmPrint.twins(boat, moon)).isFalse();
        var lanterns = night(tile -> 5 * tile, tile -> 20);
        assertThat(FilmPrint.twins(lanterns, moon)).isFalse();
        assertThat(FilmPrint.twins(moon, lanterns)).isFalse();
    }

    @Test
    void oneChanceLikenessOfAPictureThatStandsStillSaysNothing() {
        var still = List.of(0x0F0F_3355_AA00_1234L, 0x0F0F_3355_AA00_1234L, 0x0F0F_3355_AA00_1234L);
        assertThat(FilmPrint.twins(still, List.of(0x0F0F_3355_AA00_1235L, 0x1111_2222_3333_4444L)))
                .isFalse();
    }

    /** A light in the dark, somewhere in each picture. */
    private static List<Long> night(IntUnaryOperator left, IntUnaryOperator top) {
        var row = new BufferedImage(TILES * SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        var graphics = row.createGraphics();
        graphics.setColor(Color.LIGHT_GRAY);
        for (int tile = 0; tile < TILES; tile++) {
            graphics.fillRect(tile * SIDE + left.applyAsInt(tile), top.applyAsInt(tile), 18, 24);
        }
        graphics.dispose();
        return FilmPrint.of(row, TILES);
    }
}
