"""Writes keras-api.json: what real Keras has, by module, with the options of each. Run it in a Python that has Keras.

    python keras-api.py > keras-api.json
"""

import inspect
import json
import sys

import keras

MODULES = [
    'activations', 'callbacks', 'constraints', 'initializers', 'layers', 'losses', 'metrics', 'optimizers',
    'optimizers.schedules', 'regularizers',
]
# Bases to extend, containers, and what turns parts into configs and back.
LEFT_OUT = {
    'get', 'serialize', 'deserialize', 'legacy', 'Callback', 'CallbackList', 'History', 'Constraint', 'Initializer', 'InputSpec',
    'Layer', 'LearningRateSchedule', 'Loss', 'MeanMetricWrapper', 'Metric', 'Optimizer', 'OptimizerMap', 'Regularizer', 'Wrapper',
}
# Which every part takes, or which say on what device and with what precision it is computed.
COMMON = {'self', 'x', 'name', 'dtype', 'args', 'kwargs', 'trainable'}


def options(part):
    call = part.__init__ if inspect.isclass(part) else part
    return [name for name in inspect.signature(call).parameters if name not in COMMON]


api = {}
for module in MODULES:
    parts = keras
    for word in module.split('.'):
        parts = getattr(parts, word)
    wanted = {}
    for name, part in inspect.getmembers(parts, callable):
        if name in LEFT_OUT or name.startswith('_'):
            continue
        if (module == 'activations') == inspect.isclass(part):
            continue
        known = wanted.get(part)
        if known is None or name == part.__name__:
            wanted[part] = name
    api[module] = {name: options(part) for part, name in sorted(wanted.items(), key=lambda item: item[1])}
json.dump({'source': f'Keras {keras.__version__}', 'modules': api}, sys.stdout, indent=1)
print()
