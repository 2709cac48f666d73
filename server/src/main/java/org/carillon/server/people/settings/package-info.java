/** Settings of an organization: buckets of call records and the default calling name. */
@NullMarked
package org.carillon.server.people.settings;

import org.jspecify.annotations.NullMarked;
