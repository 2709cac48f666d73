package org.carillon.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.api.model.Operations;
import org.carillon.api.shape.ErrorShape;
import org.carillon.api.shape.ModelledException;
import org.carillon.api.shape.OperationShape;
import org.carillon.platform.operations.Operation;
import org.junit.jupiter.api.Test;

/**
 * Verifies that our own operations declare exactly the errors that their code can throw. The runner
 * refuses an undeclared one at each call as well.
 */
final class DeclaredErrorsTest {

  /** What the runner and the protocol throw for any operation. */
  private static final Set<String> GENERAL =
      Set.of(
          "AccessDeniedException",
          "BadRequestException",
          "IncompleteSignatureException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "RequestExpired",
          "ServiceFailureException",
          "ServiceUnavailableException",
          "UnrecognizedClientException");

  /** In code that they share with operations by which a user joins a line; by these nobody does. */
  private static final Set<String> NOT_MET =
      Set.of(
          "DeleteLine ResourceLimitExceededException",
          "DisassociatePhoneNumber ResourceLimitExceededException",
          "DisassociateUserFromLine ResourceLimitExceededException");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.carillon.server", "org.carillon.platform", "org.carillon.api");

  private static List<OperationShape<?, ?>> own() {
    return Operations.ALL.stream().filter(OperationShape::strict).toList();
  }

  @Test
  void ownOperationsThrowWhatTheyDeclareAndNothingElse() {
    assertTrue(own().size() > 40, () -> "operations of our own: " + own().size());
    Set<String> never = new TreeSet<>();
    Set<String> undeclared = new TreeSet<>();
    for (OperationShape<?, ?> shape : own()) {
      Set<String> declared =
          shape.errors().stream().map(ErrorShape::name).collect(Collectors.toSet());
      Set<String> thrown = thrown(operation(shape.name()));
      declared.stream()
          .filter(name -> !GENERAL.contains(name) && !thrown.contains(name))
          .forEach(name -> never.add(shape.name() + " " + name));
      thrown.stream()
          .filter(name -> !declared.contains(name))
          .forEach(name -> undeclared.add(shape.name() + " " + name));
    }
    assertEquals(Set.of(), never, "declared in the model, thrown by no code of the operation");
    assertEquals(NOT_MET, undeclared, "thrown by code of the operation, not declared in the model");
  }

  private static JavaClass operation(String name) {
    return CLASSES.stream()
        .filter(each -> each.getSimpleName().equals(name) && each.isAssignableTo(Operation.class))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no class implements " + name));
  }

  /** Returns the errors that code constructs which a class calls, at any depth. */
  private static Set<String> thrown(JavaClass operation) {
    Set<String> thrown = new HashSet<>();
    Set<JavaCodeUnit> seen = new HashSet<>(operation.getCodeUnits());
    Deque<JavaCodeUnit> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      called(open.pop())
          .forEach(unit -> {
            JavaClass owner = unit.getOwner();
            if (unit.isConstructor()
                && owner.isAssignableTo(ModelledException.class)
                && !owner.isEquivalentTo(ModelledException.class)) {
              thrown.add(owner.getSimpleName());
            }
            if (seen.add(unit)) {
              open.push(unit);
            }
          });
    }
    return thrown;
  }

  /** Returns the code that another calls or refers to, with all implementations of a method. */
  private static Stream<JavaCodeUnit> called(JavaCodeUnit by) {
    return Stream.of(by.getCallsFromSelf(), by.getCodeUnitReferencesFromSelf())
        .<JavaAccess<?>>flatMap(Set::stream)
        .map(access -> (AccessTarget.CodeUnitAccessTarget) access.getTarget())
        .filter(target -> target.getOwner().getPackageName().startsWith("org.carillon."))
        .flatMap(target -> implementations(target).stream());
  }

  private static Set<JavaCodeUnit> implementations(AccessTarget.CodeUnitAccessTarget target) {
    return Stream.concat(
            target.resolveMember().stream(),
            target.getOwner().getAllSubclasses().stream()
                .flatMap(each ->
                    each.getCodeUnits().stream()
                        .filter(unit -> !unit.isConstructor())
                        .filter(unit -> unit.getName().equals(target.getName()))))
        .collect(Collectors.toSet());
  }
}
