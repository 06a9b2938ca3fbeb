"""What keeps a cooperative from doing business, with the evidence, and what would move most.

- ``groups``      which obstacle each field of a rule belongs to
- ``signs``       how strongly the facts and the cooperative itself point at each obstacle
- ``changes``     single changes that could be made, as supposed values with cost and days
- ``supposition``  the value that meets a rule
- ``unlocking``   how many offers each change opens, by answering the rules anew

May import ``models.scoring`` and what stands below it.
"""
