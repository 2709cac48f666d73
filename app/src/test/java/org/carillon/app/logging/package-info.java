@NullMarked
package org.carillon.app.logging;

import org.jspecify.annotations.NullMarked;
