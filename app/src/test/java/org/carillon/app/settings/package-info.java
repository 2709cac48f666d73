@NullMarked
package org.carillon.app.settings;

import org.jspecify.annotations.NullMarked;
