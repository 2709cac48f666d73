/** What holds for a whole organization: where call records go, and its default calling name. */
@NullMarked
package org.carillon.server.people.settings;

import org.jspecify.annotations.NullMarked;
