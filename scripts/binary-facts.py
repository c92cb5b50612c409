"""Prints what is in libraries for ELF, Mach-O or PE systems as a JSON list, for check-addon.js."""

import json
import sys

import lief


def enum_name(value):
    return str(value).rsplit(".", 1)[-1]


def elf(binary):
    header = binary.header
    return {
        "format": "ELF",
        "machine": enum_name(header.machine_type),
        "hardFloat": lief.ELF.PROCESSOR_FLAGS.ARM_VFP_FLOAT in header.flags_list,
        "exports": [it.name for it in binary.exported_symbols],
        "libraries": list(binary.libraries),
        # The versions of symbols that are needed, such as GLIBC_2.17.
        "versions": [
            version.name
            for needed in binary.symbols_version_requirement
            for version in needed.get_auxiliary_symbols()
        ],
        "searchPaths": [
            path
            for entry in binary.dynamic_entries
            if isinstance(entry, (lief.ELF.DynamicEntryRunPath, lief.ELF.DynamicEntryRpath))
            for path in entry.paths
        ],
    }


def pe(binary):
    optional = binary.optional_header
    return {
        "format": "PE",
        "machine": enum_name(binary.header.machine),
        "exports": [it.name for it in binary.get_export().entries] if binary.has_exports else [],
        "libraries": [it.name for it in [*binary.imports, *binary.delay_imports]],
        "minimumSystem": f"{optional.major_subsystem_version}.{optional.minor_subsystem_version}",
        "searchPaths": [],
    }


def macho(binary):
    # The library's own name is a command of the same kind as those that it loads.
    own = [it.name for it in binary.libraries if it.command == lief.MachO.LoadCommand.TYPE.ID_DYLIB]
    return {
        "format": "Mach-O",
        "machine": enum_name(binary.header.cpu_type),
        "exports": [it.name.removeprefix("_") for it in binary.exported_symbols],
        "libraries": [it.name for it in binary.libraries if it.name not in own],
        "installName": own[0] if own else None,
        "minimumSystem": ".".join(str(it) for it in binary.build_version.minos[:2])
        if binary.has_build_version
        else None,
        "signed": binary.has_code_signature,
        "searchPaths": [it.path for it in binary.rpaths],
    }


def facts(file):
    if lief.is_macho(file):
        # Several at once would be a universal binary, of which this project has none.
        # What LIEF gives for one of them dies with the whole, so that stays in a name.
        universal = lief.MachO.parse(file)
        return macho(universal.at(0)) if universal.size == 1 else {"format": "universal Mach-O"}
    binary = lief.parse(file)
    if isinstance(binary, lief.ELF.Binary):
        return elf(binary)
    if isinstance(binary, lief.PE.Binary):
        return pe(binary)
    return {"format": "unknown"}


lief.logging.disable()
print(json.dumps([facts(it) for it in sys.argv[1:]]))
