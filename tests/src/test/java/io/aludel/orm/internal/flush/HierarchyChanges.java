package io.aludel.orm.internal.flush;

import io.aludel.fixture.hierarchy.Boss;
import io.aludel.fixture.hierarchy.Car;
import io.aludel.fixture.hierarchy.Company;
import io.aludel.fixture.hierarchy.Employee;
import io.aludel.fixture.hierarchy.Engineer;
import io.aludel.fixture.hierarchy.Lorry;
import io.aludel.fixture.hierarchy.Manager;
import io.aludel.fixture.hierarchy.Truck;
import io.aludel.fixture.hierarchy.Vehicle;
import java.util.List;

/** What happens to hierarchies: people in joined tables, vehicles in one table, and the companies of both. */
final class HierarchyChanges {
  private final RandomChanges all;

  HierarchyChanges(RandomChanges all) {
    this.all = all;
  }

  List<Runnable> steps() {
    return List.of(
        this::addCompany,
        this::addPerson,
        this::addPerson,
        this::addPerson,
        this::employ,
        this::employ,
        this::lead,
        this::changeBudget,
        this::deletePerson,
        this::addVehicle,
        this::own,
        this::deleteVehicle,
        this::deleteCompany);
  }

  private PlainModel model() {
    return all.model();
  }

  private static String budgetOf(String manager) {
    return "budget-" + manager;
  }

  private void addCompany() {
    String name = all.newName("company");
    all.session().add(all.add("company", name, new Company(name)));
  }

  private void addPerson() {
    String name = all.newName("staff");
    int budget = all.number(100);
    int kind = all.number(4);
    Employee person = switch (kind) {
      case 0 -> new Employee(name);
      case 1 -> new Engineer(name, "Java");
      case 2 -> new Manager(name, budget);
      default -> new Boss(name, budget, "Dr");
    };
    all.session().add(all.add("staff", name, person));
    if (kind > 1) {
      model().add("budget", budgetOf(name));
      model().text(budgetOf(name), name + " " + budget);
    }
  }

  private List<String> people(Class<?> type) {
    return model().names("staff").stream()
        .filter(name -> type.isInstance(all.get(name)))
        .toList();
  }

  private void employ() {
    String person = all.pick("staff");
    if (person == null) {
      return;
    }
    String company = all.oneOf(3) ? null : all.pick("company");
    all.say(company + " employs " + person);
    Employee employed = all.get(person);
    if (company != null && all.oneOf(2)) {
      Company employer = all.get(company);
      if (!employer.people.contains(employed)) {
        employer.people.add(employed);
      }
    } else {
      employed.company = company == null ? null : all.get(company);
    }
    model().set("employs", person, company);
  }

  private void lead() {
    String engineer = all.pick(people(Engineer.class));
    String manager = all.oneOf(3) ? null : all.pick(people(Manager.class));
    if (engineer == null) {
      return;
    }
    all.say(manager + " leads " + engineer);
    Engineer led = all.get(engineer);
    if (manager != null && all.oneOf(2)) {
      Manager lead = all.get(manager);
      if (!lead.team.contains(led)) {
        lead.team.add(led);
      }
    } else {
      led.lead = manager == null ? null : all.get(manager);
    }
    model().set("leads", engineer, manager);
  }

  private void changeBudget() {
    String manager = all.pick(people(Manager.class));
    if (manager != null) {
      int budget = all.number(100);
      all.say("budget of " + manager + " " + budget);
      all.<Manager>get(manager).budget = budget;
      model().text(budgetOf(manager), manager + " " + budget);
    }
  }

  private void deletePerson() {
    String person = all.pick("staff");
    if (person != null) {
      all.delete(person);
      model().remove(person);
      model().remove(budgetOf(person));
    }
  }

  private void addVehicle() {
    String name = all.newName("vehicle");
    Vehicle vehicle = switch (all.number(3)) {
      case 0 -> new Car(name, 4);
      case 1 -> new Truck(name, 7);
      default -> new Lorry(name, 9, 3);
    };
    all.session().add(all.add("vehicle", name, vehicle));
  }

  private void own() {
    String truck = all.pick(model().names("vehicle").stream()
        .filter(name -> all.get(name) instanceof Truck)
        .toList());
    if (truck == null) {
      return;
    }
    String company = all.oneOf(3) ? null : all.pick("company");
    all.say(company + " owns " + truck);
    Truck owned = all.get(truck);
    if (company != null && all.oneOf(2)) {
      Company owner = all.get(company);
      if (!owner.trucks.contains(owned)) {
        owner.trucks.add(owned);
      }
    } else {
      owned.owner = company == null ? null : all.get(company);
    }
    model().set("owns", truck, company);
  }

  private void deleteVehicle() {
    String vehicle = all.pick("vehicle");
    if (vehicle != null) {
      all.delete(vehicle);
      model().remove(vehicle);
    }
  }

  private void deleteCompany() {
    String company = all.pick("company");
    if (company != null) {
      all.delete(company);
      model().remove(company);
    }
  }
}
