import { useWasm } from '@sixstep/wasm'; await useWasm();
import { writeFileSync } from 'node:fs';
import * as L from '@sixstep/layers'; import { functional, sequential } from '@sixstep/model';
import * as O from '@sixstep/optimizers'; import * as S from '@sixstep/schedules'; import * as LO from '@sixstep/losses'; import * as ME from '@sixstep/metrics'; import * as I from '@sixstep/initializers'; import * as R from '@sixstep/regularizers'; import * as C from '@sixstep/constraints';
import { writeKeras } from '@sixstep/formats';
import { examples, titleOf, makeExample, shapesOf, takesList, dataFor } from './scratch-al.mjs';
const arr=(t)=>({shape:t.shape,dtype:t.dtype,data:Array.from(t.dataSync())});
const out=[]; let n=0;
async function save(name, model, xs, {train=0, y, compare=true}={}) {
  const id=n++;
  try {
    const bytes=await writeKeras(model); writeFileSync(`/tmp/kout/${id}.keras`, bytes);
    const p=await model.predict(xs.length>1?xs:xs[0]);
    const rec={id,name,x:xs.map(arr),predict:[p].flat().map(arr),losses:[]};
    if(train){ rec.y=arr(y); for(let i=0;i<train;i++) rec.losses.push(model.trainOnBatch(xs[0],y).loss); rec.after=arr(await model.predict(xs[0])); }
    out.push(rec);
  } catch(e){ out.push({id,name,error:String(e)}); }
}
for (const e of examples){
  let model;
  try {
  if (/Cell$/.test(e.factory)) continue;
  const shapes=shapesOf(e); const xs=shapes.map((s,i)=>dataFor(s,i+1,e.integers));
  const ins=shapes.map(s=>L.input({shape:s.slice(1), dtype: e.integers?'int32':'float32'}));
  const layer=makeExample(e);
  const y=layer.apply(takesList(e)?ins:ins[0], e.call);
  model=functional({inputs:takesList(e)?ins:ins[0],outputs:y});
  await save(titleOf(e),model,xs);
  } catch(err){ out.push({name:titleOf(e),error:String(err)}) }
}
const scheds={ exponentialDecay:{initialLearningRate:.1,decaySteps:2,decayRate:.9}, cosineDecay:{initialLearningRate:.1,decaySteps:10}, cosineDecayRestarts:{initialLearningRate:.1,firstDecaySteps:3}, inverseTimeDecay:{initialLearningRate:.1,decaySteps:2,decayRate:.9}, piecewiseConstantDecay:{boundaries:[2,4],values:[.1,.05,.01]}, polynomialDecay:{initialLearningRate:.1,decaySteps:10}};
const mk=(o,extra={})=>{ const m=sequential([L.input({shape:[4]}),L.dense({units:3,activation:'tanh',kernelInitializer:I.heNormal({seed:1}),kernelRegularizer:R.l1l2({l1:.001,l2:.001}),kernelConstraint:C.maxNorm()}),L.dense({units:2})]); m.compile({optimizer:o,loss:'meanSquaredError',...extra}); return m;};
for (const [k,o] of Object.entries(scheds)){ const x=dataFor([6,4],1),y=dataFor([6,2],2); try{ const m=mk(O.sgd({learningRate:S[k](o),momentum:.5})); m.trainOnBatch(x,y); await save('schedule '+k,m,[x],{train:3,y}); }catch(e){out.push({name:k,error:String(e)})} }
for (const k of ['sgd','adam','adamW','adamax','nadam','rmsprop','adagrad','adadelta','adafactor','ftrl','lion','lamb','muon','scheduleFreeAdamW'])
 for (const extra of [{}, {useEma:true,weightDecay:.01,gradientAccumulationSteps:2,clipnorm:1}]) { const x=dataFor([6,4],1),y=dataFor([6,2],2); try{ const m=mk(O[k](extra)); for(let i=0;i<3;i++) m.trainOnBatch(x,y); await save('optimizer '+k+JSON.stringify(extra),m,[x],{train:3,y}); }catch(e){out.push({name:k,error:String(e)})} }
for (const [k,extra] of [['rmsprop',{centered:true,momentum:.9}],['adam',{amsgrad:true}],['sgd',{momentum:.9,nesterov:true}],['nadam',{}]]) { const x=dataFor([6,4],1),y=dataFor([6,2],2); const m=mk(O[k](extra)); for(let i=0;i<3;i++) m.trainOnBatch(x,y); await save('optimizer '+k+JSON.stringify(extra),m,[x],{train:3,y}); }
for (const k of Object.keys(LO.losses)) { try { const x=dataFor([6,4],1),y=dataFor([6,2],2); const m=mk('sgd',{loss:k}); await save('loss '+k,m,[x]); } catch(e){out.push({name:'loss '+k,error:String(e)})} }
for (const k of Object.keys(ME.metrics)) { try { const x=dataFor([6,4],1); const m=mk('sgd',{metrics:[k]}); await save('metric '+k,m,[x]); } catch(e){out.push({name:'metric '+k,error:String(e)})} }
for (const k of Object.keys(I.initializers)) { try { const x=dataFor([6,4],1); const m=sequential([L.input({shape:[4]}),L.dense({units:4,kernelInitializer:I.initializers[k]({})})]); await save('init '+k,m,[x]); } catch(e){out.push({name:'init '+k,error:String(e)})} }
for (const k of Object.keys((await import('@sixstep/activations')).activations)) { try { const x=dataFor([6,4],1); const m=sequential([L.input({shape:[4]}),L.dense({units:4,activation:k})]); await save('act '+k,m,[x]); } catch(e){out.push({name:'act '+k,error:String(e)})} }
{ const x=dataFor([3,5,4],1); const inner=sequential([L.input({shape:[5,4]}),L.conv1d({filters:3,kernelSize:2}),L.batchNormalization()],{name:'inner'}); const i=L.input({shape:[5,4],name:'hello'}); const d=L.dense({units:4,name:'shared'}); const a=d.apply(i); const b=d.apply(a); const q=inner.apply(b); const w=inner.apply(a); const m=functional({inputs:i,outputs:L.flatten().apply(L.add().apply([q,w]))}); await save('nested+shared',m,[x]); }
{ const x=dataFor([3,5,4],1); const i=L.input({shape:[5,4]}); const j=L.input({shape:[5,4]}); const [y,s]=[L.multiHeadAttention({numHeads:2,keyDim:2}).apply(i,{value:j}), L.lstm({units:2,returnState:true}).apply(j)]; const m=functional({inputs:[i,j],outputs:[y,...s]}); await save('mha2+state',m,[x,dataFor([3,5,4],2)]); }
writeFileSync('/tmp/kout/index.json',JSON.stringify(out));
for(const r of out) if(r.error) console.log('OURS',r.name,r.error.slice(0,250));
console.log(out.length);
