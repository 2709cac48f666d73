package org.carillon.app.installation;

import java.io.IOException;
import java.io.Serial;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Something about the machine or the configuration stops us; the message is one plain sentence. */
public final class FailureException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  /** Fails with that sentence. */
  public FailureException(String sentence) {
    super(sentence);
  }

  /**
   * Fails because of a file, with the reason in words: a file's exception says in its message no
   * more than the file's name, and the rest by its class.
   *
   * @param what such as {@code The file x cannot be read}
   */
  public static FailureException file(String what, IOException cause) {
    String reason =
        switch (cause) {
          case NoSuchFileException _ -> "there is no such file or folder";
          case AccessDeniedException denied -> "permission denied to " + denied.getFile();
          case FileAlreadyExistsException other -> other.getFile() + " is a file";
          case NotDirectoryException other -> other.getFile() + " is no folder";
          case FileSystemException other when other.getReason() != null -> other.getReason();
          case CharacterCodingException _ -> "it is not in UTF-8";
          default -> cause.getMessage() == null ? "input or output failed" : cause.getMessage();
        };
    return new FailureException(what + ": " + reason + ".", cause);
  }

  /** Fails with that sentence because of what is wrong underneath. */
  public FailureException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
