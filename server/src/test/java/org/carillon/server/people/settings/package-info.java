@NullMarked
package org.carillon.server.people.settings;

import org.jspecify.annotations.NullMarked;
