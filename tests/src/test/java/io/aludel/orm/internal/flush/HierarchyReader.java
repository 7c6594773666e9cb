package io.aludel.orm.internal.flush;

import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Vehicle;
import java.util.List;
import java.util.Set;

/** Hierarchies as the database has them, and as their objects have them. */
final class HierarchyReader {
  static final List<List<String>> QUERIES = List.of(
      List.of("company", "SELECT name FROM h_company"),
      List.of("staff", "SELECT name FROM h_employee"),
      List.of("budget", """
          SELECT e.name, m.budget FROM h_manager m JOIN h_employee e ON e.id = m.id"""),
      List.of("employs", """
          SELECT e.name, c.name FROM h_employee e JOIN h_company c ON c.id = e.company_id"""),
      List.of("leads", """
          SELECT e.name, l.name FROM h_engineer x JOIN h_employee e ON e.id = x.id
          JOIN h_employee l ON l.id = x.lead_id"""),
      List.of("vehicle", "SELECT plate FROM h_vehicle"),
      List.of("owns", """
          SELECT v.plate, c.name FROM h_vehicle v JOIN h_company c ON c.id = v.owner_id"""));

  static final Set<String> RELATIONS = Set.of("employs", "leads", "owns");

  private HierarchyReader() {}

  static void read(Object object, Set<String> lines) {
    if (object instanceof Company company) {
      lines.add("company " + company.name);
      company.people.forEach(
          person -> lines.add(WorldReader.arrow("employs", person.name, company.name)));
      company.trucks.forEach(
          truck -> lines.add(WorldReader.arrow("owns", truck.plate, company.name)));
    } else if (object instanceof Employee person) {
      lines.add("staff " + person.name);
      if (person.company != null) {
        lines.add(WorldReader.arrow("employs", person.name, person.company.name));
      }
      if (person instanceof Manager manager) {
        lines.add("budget " + manager.name + " " + manager.budget);
        manager.team.forEach(led -> lines.add(WorldReader.arrow("leads", led.name, manager.name)));
      }
      if (person instanceof Engineer engineer && engineer.lead != null) {
        lines.add(WorldReader.arrow("leads", engineer.name, engineer.lead.name));
      }
    } else if (object instanceof Vehicle vehicle) {
      lines.add("vehicle " + vehicle.plate);
      if (vehicle instanceof Truck truck && truck.owner != null) {
        lines.add(WorldReader.arrow("owns", truck.plate, truck.owner.name));
      }
    } else {
      throw new AssertionError("not of this world: " + object);
    }
  }
}
