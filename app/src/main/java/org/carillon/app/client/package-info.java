/** A client of the API that knows every operation from the generated tables. */
@NullMarked
package org.carillon.app.client;

import org.jspecify.annotations.NullMarked;
