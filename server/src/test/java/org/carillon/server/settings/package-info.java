@NullMarked
package org.carillon.server.settings;

import org.jspecify.annotations.NullMarked;
