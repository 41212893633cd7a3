package org.xpcom4j.necko.protocol;

import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hands out mask keys: the key stream of AES in counter mode, whose key comes from a random generator. Who has seen any
 * number of mask keys cannot tell the next one without breaking AES, so that what a peer, or a script of ours, chooses to
 * send cannot make chosen bytes on the wire (RFC 6455, sections 5.3 and 10.3). It costs a tenth of asking
 * {@code SecureRandom} for each. One may serve many connections, but only one thread.
 */
public final class MaskKeys {
  private static final int SEED_BYTES = 16;
  private static final int KEYS_PER_FETCH = 128;
  private static final byte[] NOTHING = new byte[KEYS_PER_FETCH * Integer.BYTES];

  private final Cipher stream;
  private final byte[] bytes = new byte[KEYS_PER_FETCH * Integer.BYTES];
  private int used = bytes.length;

  /**
   * Makes a source of keys.
   *
   * @param random where the seed comes from: a {@code SecureRandom}, except in tests
   */
  public MaskKeys(RandomGenerator random) {
    byte[] key = new byte[SEED_BYTES];
    byte[] counter = new byte[SEED_BYTES];
    random.nextBytes(key);
    random.nextBytes(counter);
    try {
      stream = Cipher.getInstance("AES/CTR/NoPadding");
      stream.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(counter));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no provider of this JVM has AES in counter mode", e);
    }
  }

  /** The next key, which is not 0: that would leave the payload as it is. */
  int next() {
    int key;
    do {
      key = nextInt();
    } while (key == 0);
    return key;
  }

  private int nextInt() {
    if (used == bytes.length) {
      fetch();
    }
    int key = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      key = key << 8 | (bytes[used++] & 0xFF);
    }
    return key;
  }

  private void fetch() {
    try {
      stream.update(NOTHING, 0, NOTHING.length, bytes);
      used = 0;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a buffer of the same size is too small", e);
    }
  }
}
