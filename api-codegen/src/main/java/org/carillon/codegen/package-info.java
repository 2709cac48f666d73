/** The Smithy build plugins that turn a restJson1 service into Java and OpenAPI. */
@NullMarked
package org.carillon.codegen;

import org.jspecify.annotations.NullMarked;
