package org.carillon.platform.identity;

import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Says in words why a file cannot be used: the message of a file's exception has only the file's
 * name, and its class has the reason.
 */
public final class FileFault {

  private FileFault() {}

  /** The reason, to follow a colon. */
  public static String describe(Exception fault) {
    return switch (fault) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException denied -> "permission denied to " + denied.getFile();
      case FileAlreadyExistsException other -> other.getFile() + " is a file";
      case NotDirectoryException other -> other.getFile() + " is not a folder";
      case FileSystemException other when other.getReason() != null ->
          other.getFile() + ": " + other.getReason();
      case CharacterCodingException _ -> "it is not in UTF-8";
      case UnsupportedOperationException _ -> "its file system does not know owners";
      case Exception other when other.getMessage() != null -> other.getMessage();
      default -> "reading or writing failed";
    };
  }
}
