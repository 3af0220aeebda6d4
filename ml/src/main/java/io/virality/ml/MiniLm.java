package io.virality.ml;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tribuo.util.tokens.impl.wordpiece.Wordpiece;
import org.tribuo.util.tokens.impl.wordpiece.WordpieceBasicTokenizer;
import org.tribuo.util.tokens.impl.wordpiece.WordpieceTokenizer;

/**
 * The sentence network all-MiniLM-L6-v2 with whole numbers for weights. A text becomes lower-case pieces of words without
 * accents, as the network has learnt them, and the mean of what it says of each piece is the text's vector.
 */
final class MiniLm {

    static final String NAME = "all-minilm-l6-v2-q";
    static final int DIMENSION = 384;

    /** It has learnt from texts of at most so many pieces. */
    private static final int LONGEST = 128;

    /** More letters cannot give more pieces that count. */
    private static final int LONGEST_TEXT = 20 * LONGEST;

    /** Accents, and what is not seen: the joiners within emoji. */
    private static final Pattern NOT_READ = Pattern.compile("[\\p{Mn}\\p{Cf}\\p{Co}]");

    private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
    private static final String VOCABULARY = "/bert-vocabulary-en.txt";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Map<String, Long> numbers;
    private final Wordpiece pieces;

    private MiniLm(OrtEnvironment environment, OrtSession session, Map<String, Long> numbers) {
        this.environment = environment;
        this.session = session;
        this.numbers = numbers;
        this.pieces = new Wordpiece(numbers.keySet());
    }

    static MiniLm load() throws IOException, OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
                InputStream weights = resource(WEIGHTS)) {
            // One thread a text adds in one order; texts are read side by side instead.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new MiniLm(environment, environment.createSession(weights.readAllBytes(), options), vocabulary());
        }
    }

    private static Map<String, Long> vocabulary() throws IOException {
        Map<String, Long> numbers = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource(VOCABULARY), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                numbers.put(line, (long) numbers.size());
            }
        }
        return numbers;
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream stream = MiniLm.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return stream;
    }

    /** The vector of a text, of length 1. */
    float[] embed(String text) throws OrtException {
        long[] read = read(text);
        long[] all = new long[read.length];
        Arrays.fill(all, 1);
        try (OnnxTensor ids = tensor(read);
                OnnxTensor mask = tensor(all);
                OnnxTensor types = tensor(new long[read.length]);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return direction(((OnnxTensor) result.get(0)).getFloatBuffer(), read.length);
        }
    }

    /** The numbers of a text's pieces, between those of its begin and its end. */
    private long[] read(String text) {
        String beginning =
                text.substring(0, Math.min(text.length(), LONGEST_TEXT)).toLowerCase(Locale.ROOT);
        String plain = NOT_READ.matcher(Normalizer.normalize(beginning, Normalizer.Form.NFD))
                .replaceAll("");
        WordpieceTokenizer tokenizer =
                new WordpieceTokenizer(pieces, new WordpieceBasicTokenizer(), false, false, Set.of());
        long[] read = new long[LONGEST];
        int length = 0;
        read[length++] = numbers.get("[CLS]");
        tokenizer.reset(plain);
        while (length < LONGEST - 1 && tokenizer.advance()) {
            read[length++] = numbers.get(tokenizer.getText());
        }
        read[length++] = numbers.get("[SEP]");
        return Arrays.copyOf(read, length);
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] direction(FloatBuffer said, int pieces) {
        double[] sums = new double[DIMENSION];
        for (int i = 0; i < pieces * DIMENSION; i++) {
            sums[i % DIMENSION] += said.get(i);
        }
        double length = Math.sqrt(Arrays.stream(sums).map(sum -> sum * sum).sum());
        float[] direction = new float[DIMENSION];
        for (int j = 0; j < DIMENSION; j++) {
            direction[j] = (float) (sums[j] / length);
        }
        return direction;
    }
}
